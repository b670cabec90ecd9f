namespace Ratchet.Adaptation.Selection;

/// <summary>One way to learn that a study compares.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Options">The selector.</param>
/// <param name="FullInformation">Whether the rewards of profiles that were not chosen are learned too.</param>
public sealed record LearningSetup(string Name, SelectorOptions Options, bool FullInformation);

using Ratchet.Search.Spaces;

namespace Ratchet.Search.Schedulers;

/// <summary>One evaluation to be made.</summary>
/// <param name="TrialNumber">The trial.</param>
/// <param name="Parameters">Its configuration.</param>
/// <param name="Bracket">The bracket's number s.</param>
/// <param name="Rung">The rung's index in the bracket.</param>
/// <param name="PreviousResource">
/// What has been evaluated under this trial's number before, 0 if nothing. It may have been in an earlier process: an evaluator that no
/// longer has the warm state builds it again and comes to the same value.
/// </param>
/// <param name="Resource">What is to be reached in all.</param>
public sealed record RungRequest(
    int TrialNumber, ParameterSet Parameters, int Bracket, int Rung, double PreviousResource, double Resource);

namespace Ratchet.Search.Importance;

/// <summary>How much a parameter matters.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Share">Its share of the whole, 0 to 1; the shares sum to 1, or all are 0 where nothing could be told.</param>
public readonly record struct ParameterImportance(string Name, double Share);

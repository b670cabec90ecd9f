using Ratchet.Learning.Forests;

namespace Ratchet.Lifecycle.Selection;

/// <summary>One model that features are chosen for.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Forest">Its parameters; the number of trees is that of the selection.</param>
/// <param name="Values">What it learns, one number a row of the table; the rows that are used must have one.</param>
public sealed record SelectionTarget(string Name, ForestOptions Forest, double[] Values);

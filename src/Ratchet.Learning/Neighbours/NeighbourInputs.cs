using System.Globalization;

namespace Ratchet.Learning.Neighbours;

/// <summary>The checks of events and queries.</summary>
internal static class NeighbourInputs
{
    public static void Require(
        IReadOnlyList<string> names,
        ReadOnlySpan<double> rows,
        ReadOnlySpan<double> outcomes,
        NeighbourOptions options,
        ReadOnlySpan<double> times,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<double> weights)
    {
        var n = outcomes.Length;
        var d = names.Count;
        if (d == 0 || n == 0 || rows.Length != (long)n * d)
        {
            throw new ArgumentException($"rows has {rows.Length} numbers; {n} outcomes and {d} names, at least 1 of each, need {(long)n * d}.", nameof(rows));
        }

        RequireLength(times.Length, n, options.NeedsTimes, nameof(times), "OnlyPast and HalfLife");
        RequireLength(groups.Length, n, options.ExcludeSameGroup, nameof(groups), "ExcludeSameGroup");
        RequireLength(weights.Length, n, false, nameof(weights), "");
        for (var i = 0; i < n; i++)
        {
            RequireFinite(names, rows.Slice(i * d, d), "row", i);
            if (!double.IsFinite(outcomes[i]))
            {
                throw new ArgumentException($"outcomes holds {outcomes[i]} in row {i}; an outcome must be finite.", nameof(outcomes));
            }

            if (!times.IsEmpty && double.IsNaN(times[i]))
            {
                throw new ArgumentException($"times holds NaN in row {i}; a time must be a number.", nameof(times));
            }

            if (!weights.IsEmpty && !(weights[i] > 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentException($"weights holds {weights[i]} in row {i}; a weight must be finite and above 0.", nameof(weights));
            }
        }
    }

    public static void RequireFinite(IReadOnlyList<string> names, ReadOnlySpan<double> values, string kind, int number)
    {
        for (var c = 0; c < values.Length; c++)
        {
            if (!double.IsFinite(values[c]))
            {
                RefuseValue(names[c], values[c], kind, number);
            }
        }
    }

    /// <summary>Refuses values so far out that squared distances would overflow.</summary>
    public static void RequireNear(IReadOnlyList<string> names, ReadOnlySpan<double> values, ReadOnlySpan<double> scaled, string kind, int number)
    {
        for (var c = 0; c < scaled.Length; c++)
        {
            if (!(Math.Abs(scaled[c]) <= ScaledSpace.Farthest))
            {
                RefuseFar(names[c], values[c], kind, number);
            }
        }
    }

    private static void RefuseFar(string name, double value, string kind, int number) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"Feature '{name}' is {value} in {kind}{(number < 0 ? "" : $" {number}")}; scaled it is beyond 2^480 (3e144), where squared distances overflow."));

    private static void RefuseValue(string name, double value, string kind, int number) =>
        throw new ArgumentException($"Feature '{name}' is {value} in {kind}{(number < 0 ? "" : $" {number}")}; distances need finite numbers.");

    private static void RequireLength(int length, int rows, bool needed, string name, string option)
    {
        if (length != rows && (needed || length != 0))
        {
            throw new ArgumentException(
                needed ? $"{name} has {length} elements; {option} needs one for each of {rows} events." : $"{name} has {length} elements; it must be empty or have {rows}.", name);
        }
    }
}

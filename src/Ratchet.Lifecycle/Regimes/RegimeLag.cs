namespace Ratchet.Lifecycle.Regimes;

/// <summary>How far a causal path runs behind a path that looks ahead.</summary>
/// <param name="Name">The causal path.</param>
/// <param name="Reference">The path that looks ahead; it serves as the measure only.</param>
/// <param name="Agreement">Share of bars in which both name the same state.</param>
/// <param name="Shift">The shift of 0 to 200 bars at which they agree most, the causal path compared with the reference so many bars before.</param>
/// <param name="ShiftedAgreement">The share of equal states at that shift.</param>
/// <param name="MeanDelay">
/// Bars from a switch of the reference until the causal path is first in the new state, over the switches it finds before the reference moves
/// on; 0 when it is there already; NaN without any.
/// </param>
/// <param name="MedianDelay">The median of the same; NaN without any.</param>
/// <param name="Missed">The share of the reference's runs that the causal path never finds; NaN where the reference never switches.</param>
public sealed record RegimeLag(
    string Name, string Reference, double Agreement, int Shift, double ShiftedAgreement, double MeanDelay, double MedianDelay, double Missed)
{
    private const int MostShift = 200;

    /// <summary>Compares two paths over the same bars.</summary>
    /// <param name="name">What the causal path is called.</param>
    /// <param name="causal">A state a bar.</param>
    /// <param name="reference">What the reference is called.</param>
    /// <param name="ahead">A state a bar, of a path that looks ahead.</param>
    internal static RegimeLag Of(string name, ReadOnlySpan<int> causal, string reference, ReadOnlySpan<int> ahead)
    {
        var (shift, most) = (0, double.NegativeInfinity);
        for (var by = 0; by <= Math.Min(MostShift, causal.Length - 1); by++)
        {
            var share = PathAgreement.Share(causal[by..], ahead[..^by]);
            if (share > most)
            {
                (shift, most) = (by, share);
            }
        }

        var delays = Delays(causal, ahead, out var runs);
        return new RegimeLag(
            name,
            reference,
            PathAgreement.Share(causal, ahead),
            shift,
            most,
            Learning.Markov.Dwells.Mean(delays),
            Learning.Markov.Dwells.Median(delays),
            runs == 0 ? double.NaN : 1 - ((double)delays.Length / runs));
    }

    private static int[] Delays(ReadOnlySpan<int> causal, ReadOnlySpan<int> ahead, out int runs)
    {
        var delays = new List<int>();
        runs = 0;
        for (var start = 1; start < ahead.Length; start++)
        {
            if (ahead[start] == ahead[start - 1])
            {
                continue;
            }

            runs++;
            for (var t = start; t < ahead.Length && ahead[t] == ahead[start]; t++)
            {
                if (causal[t] == ahead[start])
                {
                    delays.Add(t - start);
                    break;
                }
            }
        }

        return [.. delays];
    }
}

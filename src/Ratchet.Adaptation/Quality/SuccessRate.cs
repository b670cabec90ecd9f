using Ratchet.Adaptation.Decomposition;
using Ratchet.Numerics.Distributions;

namespace Ratchet.Adaptation.Quality;

/// <summary>
/// How sure it is that a strategy wins often enough: the posterior probability that its win rate is above its break-even rate b = L / (W + L), where W and L are
/// the mean win and loss. With w wins among n trades and a uniform prior the win rate is Beta(1 + w, 1 + n - w), so the probability is 1 - I_b(1 + w, 1 + n - w). W and L
/// count one win and one loss of 1 R more than there were, as the prior does, so that they are always defined.
/// </summary>
internal static class SuccessRate
{
    /// <summary>In [0, 1]; 0.5 without trades.</summary>
    public static double AboveBreakEven(in TradeSummary s)
    {
        if (s.Trades == 0)
        {
            return 0.5;
        }

        var misses = s.Trades - s.Wins;
        var win = (s.Gains + 1) / (s.Wins + 1);
        var loss = (s.Lost + 1) / (misses + 1);
        return Math.Clamp(1 - BetaFunction.Regularised(loss / (win + loss), win / (win + loss), 1 + s.Wins, 1 + misses), 0, 1);
    }

    /// <summary>Wins over trades; 0.5 without trades.</summary>
    public static double Bare(in TradeSummary s) => s.Trades == 0 ? 0.5 : (double)s.Wins / s.Trades;
}

namespace Ratchet.Trading.Profiles;

/// <summary>
/// A named way to leave a position, with what is claimed of it. Distances of <see cref="Exits"/> are multiples of the ATR; the time stop is in milliseconds.
/// What is claimed is a starting point for learning, not a measurement.
/// </summary>
public sealed record TradeProfile
{
    /// <summary>The name, such as <c>ultra_aggressive</c>: 1 to 40 lower-case letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>Stop, targets, break-even, trailing and time stop.</summary>
    public required ExitPlan Exits { get; init; }

    /// <summary>The last target over the stop; above 0, and equal to that quotient where there are targets.</summary>
    public required double RewardToRisk { get; init; }

    /// <summary>The share of trades that are said to reach every target, in (0, 1).</summary>
    public required double ExpectedWinRate { get; init; }

    /// <summary>The names of the regimes it may be traded in, such as <c>TREND_UP</c>; at least one.</summary>
    public required IReadOnlyList<string> Regimes { get; init; }

    /// <summary>What it suits, in words.</summary>
    public string Suits { get; init; } = string.Empty;

    /// <summary>What a trade earns by the table alone, in multiples of the risk: p x reward:risk - (1 - p).</summary>
    public double Expectancy => (ExpectedWinRate * RewardToRisk) - (1 - ExpectedWinRate);

    /// <summary>
    /// The most a trade can earn with its own partial targets, in multiples of the risk: p x sum(fraction x target) / stop - (1 - p); where there are no
    /// targets, <see cref="Expectancy"/>. It counts every winner as reaching all targets and no loser as reaching any.
    /// </summary>
    public double ExpectancyWithPartials
    {
        get
        {
            if (Exits.TargetMultiples.Count == 0)
            {
                return Expectancy;
            }

            var reward = 0.0;
            for (var i = 0; i < Exits.TargetMultiples.Count; i++)
            {
                reward += Exits.TargetFractions[i] * Exits.TargetMultiples[i];
            }

            return (ExpectedWinRate * reward / Exits.StopMultiple) - (1 - ExpectedWinRate);
        }
    }

    /// <summary>Whether it may be traded in a regime.</summary>
    /// <param name="regime">The regime's name; case matters.</param>
    public bool Allows(string regime)
    {
        for (var i = 0; i < Regimes.Count; i++)
        {
            if (string.Equals(Regimes[i], regime, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">The name, the regimes or the exits are wrong.</exception>
    public void Validate()
    {
        if (Name.Length is < 1 or > 40 || !Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new ArgumentException($"Name is '{Name}'; it must be 1 to 40 lower-case letters, digits and underscores.");
        }

        Exits.Validate();
        if (!(RewardToRisk > 0 && double.IsFinite(RewardToRisk)))
        {
            throw new ArgumentOutOfRangeException(nameof(RewardToRisk), RewardToRisk, $"RewardToRisk of '{Name}' must be finite and above 0.");
        }

        if (ExpectedWinRate is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(ExpectedWinRate), ExpectedWinRate, $"ExpectedWinRate of '{Name}' must be in (0, 1).");
        }

        if (Exits.TargetMultiples.Count > 0)
        {
            var quotient = Exits.TargetMultiples[^1] / Exits.StopMultiple;
            if (Math.Abs(quotient - RewardToRisk) > 1e-9 * quotient)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(RewardToRisk), RewardToRisk, $"RewardToRisk of '{Name}' must be its last target over its stop, {quotient}.");
            }
        }

        if (Regimes.Count == 0 || Regimes.Any(string.IsNullOrWhiteSpace) || Regimes.Distinct(StringComparer.Ordinal).Count() != Regimes.Count)
        {
            throw new ArgumentException($"Regimes of '{Name}' are '{string.Join(", ", Regimes)}'; at least one is needed, none blank and none twice.");
        }
    }
}

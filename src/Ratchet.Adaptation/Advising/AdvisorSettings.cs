namespace Ratchet.Adaptation.Advising;

/// <summary>Every setting that can be changed while the advisor runs, in the order in which a state holds them: new ones are added at the end.</summary>
public static class AdvisorSettings
{
    /// <summary>The settings.</summary>
    public static IReadOnlyList<AdvisorSetting> All { get; } =
    [
        Switch("switch.quality", "filter signals of low quality", o => o.QualityFiltering, (o, v) => o with { QualityFiltering = v }),
        Switch("switch.weights", "let weights follow performance", o => o.AdaptiveWeighting, (o, v) => o with { AdaptiveWeighting = v }),
        Switch("switch.retirement", "degrade, suspend and retire strategies", o => o.Retirement, (o, v) => o with { Retirement = v }),
        Number("update.hours", "hours between updates of the weights of a regime", o => o.UpdateHours, (o, v) => o with { UpdateHours = v }),
        Number("risk.share", "share of the capital that 1 R stands for", o => o.RiskShare, (o, v) => o with { RiskShare = v }),
        Number("weights.step", "largest move of a weight in one update, a share of it", o => o.WeightRules.Step, (o, v) => o with { WeightRules = o.WeightRules with { Step = v } }),
        Number("weights.minimum", "least weight", o => o.WeightRules.Minimum, (o, v) => o with { WeightRules = o.WeightRules with { Minimum = v } }),
        Number("weights.maximum", "largest weight", o => o.WeightRules.Maximum, (o, v) => o with { WeightRules = o.WeightRules with { Maximum = v } }),
        Number("weights.trades", "trades below which a weight stays", o => o.WeightRules.LeastTrades, (o, v) => o with { WeightRules = o.WeightRules with { LeastTrades = Whole("weights.trades", v) } }),
        Number("weights.drawdown_limit", "drawdown at which its part of the composite is 0", o => o.WeightRules.DrawdownLimit, (o, v) => o with { WeightRules = o.WeightRules with { DrawdownLimit = v } }),
        Number("weights.expectancy_share", "the expectancy's share of the composite", o => o.WeightRules.ExpectancyShare, (o, v) => o with { WeightRules = o.WeightRules with { ExpectancyShare = v } }),
        Number("weights.profit_factor_share", "the profit factor's share of the composite", o => o.WeightRules.ProfitFactorShare, (o, v) => o with { WeightRules = o.WeightRules with { ProfitFactorShare = v } }),
        Number("weights.drawdown_share", "the drawdown's share of the composite", o => o.WeightRules.DrawdownShare, (o, v) => o with { WeightRules = o.WeightRules with { DrawdownShare = v } }),
        Number("weights.sharpe_share", "the Sharpe ratio's share of the composite", o => o.WeightRules.SharpeShare, (o, v) => o with { WeightRules = o.WeightRules with { SharpeShare = v } }),
        Number("quality.threshold", "signals of lower quality are filtered", o => o.QualityRules.Threshold, (o, v) => o with { QualityRules = o.QualityRules with { Threshold = v } }),
        Number("quality.confidence_share", "the confidence's share of the quality", o => o.QualityRules.ConfidenceShare, (o, v) => o with { QualityRules = o.QualityRules with { ConfidenceShare = v } }),
        Number("quality.alignment_share", "the regime alignment's share of the quality", o => o.QualityRules.AlignmentShare, (o, v) => o with { QualityRules = o.QualityRules with { AlignmentShare = v } }),
        Number("quality.success_share", "the historical success's share of the quality", o => o.QualityRules.SuccessShare, (o, v) => o with { QualityRules = o.QualityRules with { SuccessShare = v } }),
        Confluence(1),
        Confluence(2),
        Confluence(3),
        Confluence(4),
        Confluence(5),
        Number("quality.trending", "factor in trending regimes", o => o.QualityRules.Trending, (o, v) => o with { QualityRules = o.QualityRules with { Trending = v } }),
        Number("quality.ranging", "factor in ranging regimes", o => o.QualityRules.Ranging, (o, v) => o with { QualityRules = o.QualityRules with { Ranging = v } }),
        Number("quality.volatile", "factor in volatile, thin and unknown regimes", o => o.QualityRules.Volatile, (o, v) => o with { QualityRules = o.QualityRules with { Volatile = v } }),
        Number("quality.trades", "trades that a cell needs before it is asked", o => o.QualityRules.LeastTrades, (o, v) => o with { QualityRules = o.QualityRules with { LeastTrades = Whole("quality.trades", v) } }),
        Number("quality.unknown_alignment", "alignment before there are trades", o => o.QualityRules.UnknownAlignment, (o, v) => o with { QualityRules = o.QualityRules with { UnknownAlignment = v } }),
        Switch("quality.bare_win_rate", "historical success is the bare win rate", o => o.QualityRules.BareWinRate, (o, v) => o with { QualityRules = o.QualityRules with { BareWinRate = v } }),
        Switch("quality.shrink_size", "the quality multiplies the size too", o => o.QualityRules.ShrinkSize, (o, v) => o with { QualityRules = o.QualityRules with { ShrinkSize = v } }),
        Number("retirement.expectancy", "least mean result in R", o => o.RetirementRules.LeastExpectancy, (o, v) => o with { RetirementRules = o.RetirementRules with { LeastExpectancy = v } }),
        Number("retirement.profit_factor", "least profit factor", o => o.RetirementRules.LeastProfitFactor, (o, v) => o with { RetirementRules = o.RetirementRules with { LeastProfitFactor = v } }),
        Number("retirement.win_rate", "least win rate", o => o.RetirementRules.LeastWinRate, (o, v) => o with { RetirementRules = o.RetirementRules with { LeastWinRate = v } }),
        Number("retirement.drawdown", "largest drawdown, a share of the capital", o => o.RetirementRules.MostDrawdown, (o, v) => o with { RetirementRules = o.RetirementRules with { MostDrawdown = v } }),
        Number("retirement.losing_run", "losses in a row that violate", o => o.RetirementRules.LosingRun, (o, v) => o with { RetirementRules = o.RetirementRules with { LosingRun = Whole("retirement.losing_run", v) } }),
        Number("retirement.trades", "trades before any assessment", o => o.RetirementRules.LeastTrades, (o, v) => o with { RetirementRules = o.RetirementRules with { LeastTrades = Whole("retirement.trades", v) } }),
        Number("retirement.confidence", "one-sided confidence of a violation", o => o.RetirementRules.Confidence, (o, v) => o with { RetirementRules = o.RetirementRules with { Confidence = v } }),
        Switch("retirement.point_values", "compare the figures instead of their bounds", o => o.RetirementRules.PointValues, (o, v) => o with { RetirementRules = o.RetirementRules with { PointValues = v } }),
        Number("retirement.degraded_hours", "hours degraded before suspension", o => o.RetirementRules.DegradedHours, (o, v) => o with { RetirementRules = o.RetirementRules with { DegradedHours = v } }),
        Number("retirement.suspended_hours", "hours suspended before retirement", o => o.RetirementRules.SuspendedHours, (o, v) => o with { RetirementRules = o.RetirementRules with { SuspendedHours = v } }),
        Switch("retirement.readmission", "healthy trades in shadow end a suspension", o => o.RetirementRules.Readmission, (o, v) => o with { RetirementRules = o.RetirementRules with { Readmission = v } }),
        Number("retirement.degraded_factor", "factor on the size of a degraded strategy", o => o.RetirementRules.DegradedFactor, (o, v) => o with { RetirementRules = o.RetirementRules with { DegradedFactor = v } }),
    ];

    /// <summary>The setting of a name, or null.</summary>
    /// <param name="name">The name.</param>
    public static AdvisorSetting? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static AdvisorSetting Number(string name, string meaning, Func<AdvisorOptions, double> read, Func<AdvisorOptions, double, AdvisorOptions> with) =>
        new(name, IsSwitch: false, meaning, read, with);

    private static AdvisorSetting Switch(string name, string meaning, Func<AdvisorOptions, bool> read, Func<AdvisorOptions, bool, AdvisorOptions> with) =>
        new(name, IsSwitch: true, meaning, o => read(o) ? 1 : 0, (o, v) => with(o, v != 0));

    private static AdvisorSetting Confluence(int agreeing) => Number(
        $"quality.confluence_{agreeing}",
        agreeing == 5 ? "factor for 5 or more agreeing indicators" : $"factor for {agreeing} agreeing indicator{(agreeing == 1 ? string.Empty : "s")}",
        o => o.QualityRules.Confluence[agreeing - 1],
        (o, v) => o with { QualityRules = o.QualityRules with { Confluence = [.. o.QualityRules.Confluence.Select((f, i) => i == agreeing - 1 ? v : f)] } });

    private static int Whole(string name, double value) => value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
        ? (int)value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a whole number.");
}

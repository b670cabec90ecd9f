namespace Ratchet.Reporting.Html;

/// <summary>The figures of one contender on one stage; NaN is undefined and shown as a dash.</summary>
public sealed record ReportFigures
{
    /// <summary>The composite score.</summary>
    public double Score { get; init; } = double.NaN;

    /// <summary>Return over the whole stage, a fraction.</summary>
    public double TotalReturn { get; init; } = double.NaN;

    /// <summary>Return a year, a fraction.</summary>
    public double AnnualReturn { get; init; } = double.NaN;

    /// <summary>Sharpe ratio a year.</summary>
    public double Sharpe { get; init; } = double.NaN;

    /// <summary>Largest drawdown, a fraction of zero or more.</summary>
    public double MaxDrawdown { get; init; } = double.NaN;

    /// <summary>Gains over losses; positive infinity without losses.</summary>
    public double ProfitFactor { get; init; } = double.NaN;

    /// <summary>Share of winning trades.</summary>
    public double WinRate { get; init; } = double.NaN;

    /// <summary>Closed trades; NaN where the notion does not apply.</summary>
    public double Trades { get; init; } = double.NaN;
}

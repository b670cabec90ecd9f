using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ratchet.Reporting.Html;

namespace Ratchet.Reporting.Tests.Html;

public sealed class StudyReportPageTests
{
    private static readonly StudyReport Bare = new() { Title = "t", Verdict = new(false, null, "Nothing was evaluated.") };

    [Fact]
    public void Render_Sample_IsWellFormedSmallAndAlone()
    {
        var html = StudyReportPage.Render(SampleReport.Build(bars: 30_000, trials: 2_000));
        Assert.InRange(html.Length, 100_000, 1_500_000);
        var page = Parse(html);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotMatch(new Regex("(src|href)=\"(?!#)|url\\(|@import", RegexOptions.CultureInvariant), html);
        Assert.Equal(
            ["baselines", "equity", "configurations", "search", "models", "trades", "run"],
            page.Descendants("section").Select(section => section.Attribute("id")!.Value));
        Assert.All(page.Descendants("a"), link => Assert.Contains(page.Descendants("section"), section => "#" + section.Attribute("id")!.Value == link.Attribute("href")!.Value));
    }

    [Fact]
    public void Render_Twice_GivesTheSameCharacters() =>
        Assert.Equal(StudyReportPage.Render(SampleReport.Build(bars: 500)), StudyReportPage.Render(SampleReport.Build(bars: 500)));

    [Fact]
    public void Render_Bare_SaysTheVerdictFirstAndOmitsTheRest()
    {
        var page = Parse(StudyReportPage.Render(Bare));
        Assert.Equal("Nothing viable was found", page.Descendants("h1").Single().Value);
        Assert.Empty(page.Descendants("section"));
        Assert.Empty(page.Descendants("a"));
        Assert.DoesNotContain("SYNTHETIC", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Viable_NamesTheBest() =>
        Assert.Equal("Best configuration: #217", Parse(StudyReportPage.Render(SampleReport.Build(bars: 100))).Descendants("h1").Single().Value);

    [Fact]
    public void Render_Synthetic_SaysSoBeforeTheVerdict()
    {
        var html = StudyReportPage.Render(Bare with { IsSynthetic = true });
        Assert.InRange(html.IndexOf("SYNTHETIC DATA", StringComparison.Ordinal), 1, html.IndexOf("<h1>", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_HostileText_IsEscapedEverywhere()
    {
        const string hostile = "<script>alert(\"1\")</script>&'";
        var figures = new ReportFigures { Sharpe = 1 };
        var model = new StudyReport
        {
            Title = hostile,
            Subtitle = hostile,
            Verdict = new(true, hostile, hostile) { Reasons = [hostile] },
            Warnings = [hostile],
            Comparison = new() { Contenders = [new(hostile, 0) { InSample = figures, OutOfSample = figures }], Periods = [hostile] },
            Equity = [new(ReportStage.OutOfSample, [new(hostile, 0, [0, 86_400_000], [1, 2])]) { Moments = [new(0, hostile)] }],
            TopConfigurations = [new(hostile, false) { Reasons = [hostile], FoldScores = [1, 2], Parameters = [new(hostile, hostile)] }],
            Brackets = [new(hostile, [new(hostile, 0, 3, 1)])],
            History = new([new(0, 1, 0, true)], [hostile]),
            Slices = [new(hostile, [new(0, 1, 0)]) { Categories = [hostile] }],
            Calibration = [new(hostile, [new(0.5, 0.5, 3)])],
            Importance = [new(hostile, [new(hostile, 1, 0, 2)]) { Measure = hostile }],
            Trades = [new(ReportStage.OutOfSample, 1) { Sides = [new(hostile, 1, 1, 1)], Exits = [new(hostile, 1, 1)], Best = hostile, Worst = hostile, Holding = hostile, RMultiples = [1], Months = [new(2024, 1, 0.1)] }],
            Run = new([new(hostile, hostile)], hostile),
        };
        var html = StudyReportPage.Render(model);
        Assert.DoesNotContain(Parse(html).Descendants(), element => element.Name.LocalName == "script");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.True(Regex.Count(html, "&lt;script&gt;") >= 30);
    }

    [Fact]
    public void Render_SealedHoldOut_ShowsNoFigureOfIt()
    {
        var figures = new ReportFigures { TotalReturn = 0.1, Sharpe = 1 };
        var comparison = new ReportComparison { Contenders = [new("r", 0) { InSample = figures, OutOfSample = figures, HoldOut = new ReportFigures { Sharpe = 4.56 } }], RandomEntry = new(1000, 0.9, 0.8, 0.4321) };
        var closed = StudyReportPage.Render(Bare with { Comparison = comparison });
        Assert.Contains("sealed", Parse(closed).Value, StringComparison.Ordinal);
        Assert.DoesNotContain("4.56", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("43.2 %", closed, StringComparison.Ordinal);

        var open = StudyReportPage.Render(Bare with { Comparison = comparison with { HoldOutOpenedAt = 1_704_067_200_000 } });
        Assert.Contains("opened at 2024-01-01 00:00 UTC", open, StringComparison.Ordinal);
        Assert.Contains("4.56", open, StringComparison.Ordinal);
        Assert.Contains("43.2 %", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_InSampleAlone_IsWithheld()
    {
        var alone = Bare with
        {
            Comparison = new() { Contenders = [new("r", 0) { InSample = new() { Sharpe = 3.21, AnnualReturn = 99 } }], RandomEntry = new(1000, 0.987, double.NaN) },
            Equity = [new(ReportStage.InSample, [new("r", 0, [0, 86_400_000], [1, 7.77])])],
            Trades = [new(ReportStage.InSample, 1) { Best = "secret" }],
        };
        var html = StudyReportPage.Render(alone);
        Assert.DoesNotContain("3.21", html, StringComparison.Ordinal);
        Assert.DoesNotContain("98.7", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
        Assert.Contains("withheld", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10.01, 1, 0.1, 5, true)]
    [InlineData(10.0, 6.0, 0.1, 5, false)]
    [InlineData(0.1, 6.01, 0.1, 5, true)]
    [InlineData(0.1, 1, 0, 5, true)]
    [InlineData(0, 0, 0, 0, false)]
    public void Render_ImplausibleFigures_AreWarnedOf(double annual, double sharpe, double drawdown, double trades, bool isWarned)
    {
        var figures = new ReportFigures { AnnualReturn = annual, Sharpe = sharpe, MaxDrawdown = drawdown, Trades = trades };
        var html = StudyReportPage.Render(Bare with { Comparison = new() { Contenders = [new("r", 0) { OutOfSample = figures }] } });
        Assert.Equal(isWarned, html.Contains("not plausible", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_UndefinedAndInfinite_AreShownAsSigns()
    {
        var figures = new ReportFigures { ProfitFactor = double.PositiveInfinity, Sharpe = double.NaN, TotalReturn = -0.1 };
        var html = StudyReportPage.Render(Bare with { Comparison = new() { Contenders = [new("r", 0) { OutOfSample = figures, InSample = figures }] } });
        Assert.Contains("∞", html, StringComparison.Ordinal);
        Assert.Contains("−10.0 %", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sharpe ratio", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SampleRequested_WritesIt()
    {
        var path = Environment.GetEnvironmentVariable("RATCHET_REPORT_SAMPLE");
        if (string.IsNullOrEmpty(path))
        {
            Assert.Skip("Set RATCHET_REPORT_SAMPLE to a file name to write a sample page and look at it.");
        }

        File.WriteAllText(path, StudyReportPage.Render(SampleReport.Build()));
        File.WriteAllText(Path.ChangeExtension(path, ".none.html"), StudyReportPage.Render(SampleReport.Build(isViable: false, isSynthetic: false)));
    }

    private static XElement Parse(string html) => XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
}

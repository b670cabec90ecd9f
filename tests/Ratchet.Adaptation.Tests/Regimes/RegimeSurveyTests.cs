using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Tests.Regimes;

public sealed class RegimeSurveyTests
{
    [Fact]
    public void Add_HandCase_CountsStaysChangesAndAgreement()
    {
        var survey = new RegimeSurvey();
        Add(survey, MarketRegime.Unknown, double.NaN, double.NaN);
        Add(survey, MarketRegime.TrendUp, 0.9, 0.05);
        Add(survey, MarketRegime.TrendUp, 0.2, 0.1);
        Add(survey, MarketRegime.TrendUp, 0.6, 0.1);
        Add(survey, MarketRegime.RangeLowVol, 0.1, 0.1);
        Add(survey, MarketRegime.TrendUp, 0.1, 0.8);
        Add(survey, MarketRegime.HighVolatility, 0.1, 0.8);

        Assert.Equal((7, 4), (survey.TotalBars, survey.Changes));
        Assert.Equal(4.0 / 7, survey.Share(MarketRegime.TrendUp), 12);
        Assert.Equal((2, (2.0, 1.0, 3.0)), (survey.Stays(MarketRegime.TrendUp), survey.Dwell(MarketRegime.TrendUp)));
        Assert.Equal(1, survey.Transitions(MarketRegime.TrendUp, MarketRegime.HighVolatility));
        Assert.Equal(1, survey.Transitions(MarketRegime.RangeLowVol, MarketRegime.TrendUp));
        Assert.Equal(0, survey.Stays(MarketRegime.HighVolatility));
        Assert.True(double.IsNaN(survey.Dwell(MarketRegime.HighVolatility).Mean));
        Assert.Equal(0.5, survey.MeanConfidence(MarketRegime.TrendUp), 12);

        // Judged: four bars of TREND_UP (two bull, one sideways, one bear), one range (sideways): 3 of 5 agree; by chance 4/5 x 2/5 + 1/5 x 2/5.
        var agreement = survey.Agreement;
        Assert.Equal(5, agreement.Judged);
        Assert.Equal(0.6, agreement.Share, 12);
        Assert.Equal(0.4, agreement.Chance, 12);
        Assert.Equal(1.0 / 3, agreement.Kappa, 12);
        Assert.Equal(1, agreement.Count(MarketRegime.HighVolatility, MarkovState.Bear));
    }

    [Fact]
    public void Agreement_NothingJudged_IsNotANumber()
    {
        var survey = new RegimeSurvey();
        Add(survey, MarketRegime.TrendUp, double.NaN, double.NaN);
        Assert.True(double.IsNaN(survey.Agreement.Share) && double.IsNaN(survey.Agreement.Kappa));
    }

    private static void Add(RegimeSurvey survey, MarketRegime regime, double bull, double bear)
    {
        var confidences = default(RegimeConfidences);
        confidences[(int)regime] = 0.5;
        survey.Add(new(regime, confidences, regime, 1, 0.02), bull, bear);
    }
}

using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Market.Bars;
using Ratchet.Trading.Profiles;

namespace Ratchet.Lifecycle.Tests.Adaptation;

public sealed class ProfileStudyTests
{
    private static readonly ProfileStudyOptions Options = new()
    {
        Strategies = [PlantedMarket.Strategy("five", 5), PlantedMarket.Strategy("seven", 7)],
        MarkovRegimes = null,
        Venue = new() { TakerFee = 0.00005, SlippageBps = 0 },
        Seeds = 2,
        EngineSeeds = 1,
        Resamples = 50,
    };

    private static readonly BarSeries[] Series = [PlantedMarket.Bars("AAA/USD", 1, 2400), PlantedMarket.Bars("BBB/USD", 2, 2400)];

    private static readonly Lazy<ProfileStudyResult> Planted = new(() => Run(Options, 2));

    [Fact]
    public void Run_PlantedMarket_SelectorBeatsChanceAndTheDefault()
    {
        foreach (var book in Planted.Value.Books)
        {
            var selector = book.Entry(StudyPolicy.Standard.Name);
            var random = book.Entry("random choice");
            Assert.True(selector.Mean.Estimate > random.Mean.Estimate + 0.05, $"{book.Book.Name}: selector {selector.Mean}, random {random.Mean}");
            Assert.True(selector.OracleRegret < random.OracleRegret, $"{book.Book.Name}: {selector.OracleRegret} against {random.OracleRegret}");
            var engine = book.Engine.First(r => r.Name == StudyPolicy.Standard.Name);
            var chance = book.Engine.First(r => r.Name == "random choice");
            Assert.True(engine.Mean.Estimate > chance.Mean.Estimate, $"{book.Book.Name} engine: selector {engine.Mean}, random {chance.Mean}");
        }
    }

    [Fact]
    public void Run_PlantedMarket_BestProfileDiffersBetweenRegimes()
    {
        var cells = Planted.Value.Books[^1].Cells;
        var trend = cells.First(c => c.Regime == MarketRegime.TrendUp);
        var range = cells.Where(c => c.Regime is not (MarketRegime.TrendUp or MarketRegime.TrendDown)).MaxBy(c => c.Entries)!;
        static int Best(RegimeCell cell) => cell.Means.Index().MaxBy(m => m.Item).Index;
        Assert.NotEqual(Best(trend), Best(range));
    }

    [Fact]
    public void Run_AnyMarket_OracleIsAtLeastBestStaticIsAtLeastEveryStatic()
    {
        var result = Planted.Value;
        foreach (var book in result.Books.Concat(result.Alone.Select(a => a.Result)).Concat(result.Variants.SelectMany(v => v.Books)))
        {
            var statics = Options.Profiles.Select(p => book.Entry(p.Name)).ToArray();
            var best = book.Entry(Options.Profiles[book.BestStatic].Name);
            var oracle = book.Entry("oracle by symbol and regime");
            Assert.True(oracle.Mean.Estimate >= best.Mean.Estimate - 1e-12);
            Assert.True(oracle.Mean.Estimate >= book.Entry("oracle, allowed profiles only").Mean.Estimate - 1e-12);
            Assert.Equal(statics.Max(s => s.Mean.Estimate), best.Mean.Estimate, 12);
            Assert.True(best.Mean.Estimate >= statics.Average(s => s.Mean.Estimate));
            Assert.Equal(0, best.StaticRegret, 9);
            Assert.Equal(0, oracle.OracleRegret, 9);
        }
    }

    [Fact]
    public void Run_AnyMarket_RegretAndGainAreDifferencesOfMeans()
    {
        foreach (var book in Planted.Value.Books)
        {
            var standard = book.Entry(TradeProfiles.DefaultName).Mean.Estimate;
            var best = book.Entry(Options.Profiles[book.BestStatic].Name).Mean.Estimate;
            var oracle = book.Entry("oracle by symbol and regime").Mean.Estimate;
            foreach (var row in book.Entries)
            {
                Assert.Equal(row.Mean.Estimate - standard, row.Gain.Estimate, 9);
                Assert.Equal(100 * (best - row.Mean.Estimate), row.StaticRegret, 9);
                Assert.Equal(100 * (oracle - row.Mean.Estimate), row.OracleRegret, 9);
                Assert.True(row.Mean.Lower <= row.Mean.Upper);
            }
        }
    }

    [Fact]
    public void Run_StaticProfile_EngineAndEntriesAgreeWhereNothingOverlaps()
    {
        // A signal every 60 bars: every position but the widest profile's is closed before the next, so both see the same trades.
        var options = Options with { Strategies = [PlantedMarket.Strategy("sixty", 60)], EngineSeeds = 1 };
        var book = ProfileStudy.Run([Series[0]], options, 1, null, TestContext.Current.CancellationToken).Books[0];
        foreach (var name in new[] { "defensive", "moderate", "scalp" })
        {
            var engine = book.Engine.First(r => r.Name == name);
            Assert.Equal(book.Playable, engine.Trades);
            Assert.Equal(book.Entry(name).Mean.Estimate, engine.Mean.Estimate, 6);
        }
    }

    [Fact]
    public void Run_SilentAdvisor_GivesTheOrdersOfNone() => Assert.All(Planted.Value.Books, b => Assert.True(b.SilentIsNone));

    [Fact]
    public void Run_TwoSymbolsOfOneFrame_AreStudiedAloneAndTogether()
    {
        var result = Planted.Value;
        Assert.Equal(["AAA/USD 1h", "BBB/USD 1h", "all 2 1h"], result.Books.Select(b => b.Book.Name));
        Assert.Equal(result.Books[0].Playable + result.Books[1].Playable, result.Books[2].Playable);
        Assert.Equal("all 2 1h", Assert.Single(result.Whole).Book.Name);
        Assert.Equal(["five", "seven"], result.Alone.Select(a => a.Strategy));
        Assert.Equal(result.Books[2].Playable, result.Alone.Sum(a => a.Result.Playable));
    }

    [Fact]
    public void Run_OneOrTwoThreads_SameResult()
    {
        BarSeries[] series = [Series[0].Slice(new(0, 900)), Series[1].Slice(new(0, 900))];
        ProfileStudyResult Of(int threads) => ProfileStudy.Run(series, Options, threads, null, TestContext.Current.CancellationToken);
        var (one, two) = (Of(1), Of(2));
        for (var b = 0; b < one.Books.Count; b++)
        {
            Assert.Equal(one.Books[b].Entries, two.Books[b].Entries);
            Assert.Equal(one.Books[b].Engine, two.Books[b].Engine);
            Assert.Equal(one.Books[b].Persistence, two.Books[b].Persistence);
            Assert.Equal(one.Books[b].CostRule, two.Books[b].CostRule);
        }
    }

    [Fact]
    public void Run_LaterBarsChange_EarlierChoicesDoNot()
    {
        // What is known at an entry does not depend on bars after it: the first entries and their closed results are the same on a shorter series.
        var whole = Planted.Value.Scans[0];
        var half = ProfileStudy.Run([Series[0].Slice(new(0, 2100))], Options with { EngineSeeds = 0 }, 1, null, TestContext.Current.CancellationToken).Scans[0];
        var cut = Series[0].OpenTime[2100 - 200];
        var (early, late) = (half.Entries.Where(e => e.Time < cut).ToArray(), whole.Entries.Where(e => e.Time < cut).ToArray());
        Assert.NotEmpty(early);
        Assert.Equal(late.Select(e => e.Regime), early.Select(e => e.Regime));
        Assert.Equal(late.SelectMany(e => e.Results), early.SelectMany(e => e.Results));
    }

    [Fact]
    public void Of_SameSymbolTwiceInAFrame_Throws() => Assert.Throws<ArgumentException>(() => StudyBook.Of([Series[0], Series[0]]));

    [Theory]
    [InlineData(0, 1, 50)]
    [InlineData(1, -1, 50)]
    [InlineData(1, 1, 9)]
    public void Validate_JustOutside_Throws(int seeds, int engineSeeds, int resamples) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (Options with { Seeds = seeds, EngineSeeds = engineSeeds, Resamples = resamples }).Validate());

    [Fact]
    public void Agreement_ByHand_ShareChanceAndKappa()
    {
        // Rules: 40 up, 30 down, 30 range. Model: 35 up, 30 down, 35 range. 30 + 20 + 22 alike.
        var agreement = new Ratchet.Lifecycle.Adaptation.RegimeAgreement([30, 4, 6, 3, 20, 7, 2, 6, 22]);
        Assert.Equal(100, agreement.Bars);
        Assert.Equal(0.72, agreement.Share, 12);
        Assert.Equal(((40 * 35) + (30 * 30) + (30 * 35)) / 10_000.0, agreement.Chance, 12);
        Assert.Equal((0.72 - 0.335) / (1 - 0.335), agreement.Kappa, 12);
        Assert.Equal(0.75, agreement.ShareOf(0), 12);
    }

    private static ProfileStudyResult Run(ProfileStudyOptions options, int threads) => ProfileStudy.Run(Series, options, threads, null, TestContext.Current.CancellationToken);
}

using Ratchet.Features.OrderFlow;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class GammaExposureTests
{
    private static readonly DateOnly Expiry = new(2024, 3, 15);
    private static readonly long Start = new DateTimeOffset(2024, 3, 1, 15, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * EventTime.Millisecond;

    [Fact]
    public void Price_TextbookOption_IsTheTextbooks()
    {
        // Hull: S 42, K 40, r 10 %, s 20 %, half a year: call 4.76, put 0.81.
        Assert.Equal(4.76, BlackScholes.Price(OptionRight.Call, 42, 40, 0.5, 0.2, 0.1), 0.005);
        Assert.Equal(0.81, BlackScholes.Price(OptionRight.Put, 42, 40, 0.5, 0.2, 0.1), 0.005);
        Assert.Equal(10.450583572185565, BlackScholes.Price(OptionRight.Call, 100, 100, 1, 0.2, 0.05), 1e-12);
        Assert.Equal(0.018762017345846895, BlackScholes.Gamma(100, 100, 1, 0.2, 0.05), 1e-14);
    }

    [Fact]
    public void Gamma_AnyOption_IsTheSecondDifferenceOfThePrice()
    {
        foreach (var strike in (double[])[80, 100, 130])
        {
            double P(double s) => BlackScholes.Price(OptionRight.Put, s, strike, 0.3, 0.25, 0.03, 0.01);
            Assert.Equal((P(100.1) - (2 * P(100)) + P(99.9)) / 0.01, BlackScholes.Gamma(100, strike, 0.3, 0.25, 0.03, 0.01), 1e-6);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(1.5)]
    [InlineData(6)]
    public void ImpliedVolatility_OfAModelPrice_IsTheVolatility(double volatility)
    {
        foreach (var right in (OptionRight[])[OptionRight.Call, OptionRight.Put])
        {
            foreach (var strike in (double[])[60, 99, 100, 101, 180])
            {
                var price = BlackScholes.Price(right, 100, strike, 0.1, volatility, 0.02);
                var implied = BlackScholes.ImpliedVolatility(right, price, 100, strike, 0.1, 0.02);
                if (!double.IsNaN(implied))
                {
                    Assert.Equal(volatility, implied, 1e-4 * volatility);
                }
                else
                {
                    // Only where the time value is lost in the price.
                    Assert.True(BlackScholes.Price(strike > 100 ? OptionRight.Call : OptionRight.Put, 100, strike, 0.1, volatility, 0.02) < 2e-8);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(20)] // below intrinsic 40
    [InlineData(100)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ImpliedVolatility_ImpossiblePrice_IsNaN(double price) =>
        Assert.True(double.IsNaN(BlackScholes.ImpliedVolatility(OptionRight.Call, price, 100, 60, 0.1)));

    [Fact]
    public void Read_SmallChain_IsTheHandCalculation()
    {
        var stream = new GammaExposureStream(new() { FlowSeconds = 60 });
        Assert.Equal(Availability.NoSource, stream.Read(100, Start).Availability);
        // S = 100: one contract of gamma g moves 100 x 100² x 0.01 x g = 10,000 g.
        stream.Update(Quote(OptionRight.Call, 105, 0.02, 1000, 50)); // 200 x 1000 = +200,000
        stream.Update(Quote(OptionRight.Put, 105, 0.02, 100, 0)); // -20,000
        stream.Update(Quote(OptionRight.Put, 95, 0.015, 2000, 0)); // 150 x 2000 = -300,000
        stream.Update(Quote(OptionRight.Call, 100, 0.05, 10, 0)); // +5,000
        stream.Update(Quote(OptionRight.Call, 110, 0.01, double.NaN, 0)); // open interest is not known
        var fuel = stream.Read(100, Start);
        Assert.Equal(180_000, fuel.Above, 1e-6);
        Assert.Equal(-300_000, fuel.Below, 1e-6);
        Assert.Equal(5000, fuel.AtLevel, 1e-6);
        Assert.Equal(-115_000, fuel.Net, 1e-6);
        Assert.Equal(1, fuel.Asymmetry, 1e-12);
        Assert.Equal((4, 1), (fuel.Contracts, fuel.Undefined));
        Assert.True(double.IsNaN(fuel.FlowAbove), "One snapshot shows no flow.");
        Assert.Equal([(95.0, -300_000.0), (100, 5000), (105, 180_000)], stream.ByStrike(Start).Select(s => (s.Strike, Math.Round(s.Exposure, 6))));

        Assert.True(double.IsNaN(stream.Read(200, Start).Above), "No strike is above.");
        Assert.Equal(-115_000, stream.Read(200, Start).Net, 1e-6);

        // 30 contracts more within the window: 30 x 200 = 6,000; after it none.
        stream.Update(Quote(OptionRight.Call, 105, 0.02, 1000, 80) with { Time = Start + (30 * EventTime.Second) });
        Assert.Equal(6000, stream.Read(100, Start + (89 * EventTime.Second)).FlowAbove, 1e-6);
        Assert.Equal(0, stream.Read(100, Start + (90 * EventTime.Second)).FlowAbove);
        Assert.Equal(Availability.Undefined, stream.Read(100, Start + (15 * 1440L * EventTime.Minute)).Availability);
    }

    [Fact]
    public void Update_NoGreeks_SolvesTheMidPrice()
    {
        var years = (new DateTimeOffset(2024, 3, 15, 20, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() - (Start / EventTime.Millisecond)) / (365 * 86_400_000.0);
        var mid = BlackScholes.Price(OptionRight.Call, 100, 102, years, 0.3);
        var quote = Quote(OptionRight.Call, 102, double.NaN, 10, 0) with { Bid = mid - 0.01, Ask = mid + 0.01 };
        var stream = new GammaExposureStream();
        stream.Update(quote);
        var expected = BlackScholes.Gamma(100, 102, years, 0.3) * 10 * 100 * 100 * 100 * 0.01;
        Assert.Equal(expected, stream.Read(100, Start).Above, 1e-6 * expected);
        var undefined = new GammaExposureStream();
        undefined.Update(quote with { Bid = double.NaN });
        Assert.Equal(Availability.Undefined, undefined.Read(100, Start).Availability);
        Assert.True(double.IsNaN(undefined.Read(100, Start).Net));
    }

    [Theory]
    [InlineData("data/options/SPX_chain_20220205T2009.csv.gz")]
    [InlineData("data/options/SPX_chain_20220219T1617.csv.gz")]
    [InlineData("data/options/SPY_chain_20250430T2035.csv.gz")]
    [InlineData("data/options/SPY_chain_20250502T1847.csv.gz")]
    public void Compute_RealChain_AgreesWithTheSumOverRows(string file)
    {
        var chain = FlowFiles.Options(file);
        var now = chain.Columns.Time.Span[^1];
        var spot = chain[0].UnderlyingPrice;
        var output = new GammaFuel[1];
        foreach (var origin in (GammaOrigin[])[GammaOrigin.SourceElseModel, GammaOrigin.Model])
        {
            GammaExposure.Compute(chain, [now], [spot], new() { Origin = origin }, output);
            var fuel = output[0];
            Assert.Equal(Availability.Measured, fuel.Availability);
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{origin}: net {fuel.Net / 1e9:F3} bn a percent, {fuel.Net / spot / 1e7:F3} bn a point, above {fuel.Above / 1e9:F3}, "
                + $"below {fuel.Below / 1e9:F3}, contracts {fuel.Contracts}, undefined {fuel.Undefined}");
            if (origin == GammaOrigin.SourceElseModel)
            {
                // Contracts that expired at 16:00 New York before the page was made do not count.
                var today = DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(now / 100));
                var lastExpired = today.AddDays(now % (86_400 * EventTime.Second) > 20 * 60 * EventTime.Minute ? 0 : -1);
                var plain = Enumerable.Range(0, chain.Count).Select(i => chain[i]).Where(q => q.Gamma > 0 && q.Expiry > lastExpired)
                    .Sum(q => (q.Right == OptionRight.Call ? 1 : -1) * q.Gamma * q.OpenInterest * 100 * spot * spot * 0.01);
                Assert.Equal(plain, fuel.Net, 0.02 * Math.Abs(plain)); // the rest is the model's, where the source shows gamma 0
            }
        }

        var half = chain.Columns.Time.Span[chain.Count / 2];
        GammaExposure.Compute(chain, [half - 1], [spot], null, output);
        Assert.Equal(half == chain.Columns.Time.Span[0] ? Availability.NoSource : output[0].Availability, output[0].Availability);
    }

    [Fact]
    public void Compute_RealQuotesWithMadeUpInterest_IsBlindToTheFutureAndEqualsTheStream()
    {
        // The quotes are real; the file has no open interest, volume or underlying, so these are made up.
        var quotes = FlowFiles.Options("data/options/SPXW_lean_quotes_20210108.csv.gz");
        var count = quotes.Count;
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        var full = quotes.Columns with
        {
            OpenInterest = Column(i => 1 + (i % 50)),
            Volume = Column(i => i),
            UnderlyingPrice = Column(i => 3805 + (10 * Math.Sin(i / 500.0))),
        };
        var at = FlowFiles.Moments(full.Time.Span, 60);
        GammaFuel[] Batch(long through, bool rewrite, long[] some)
        {
            var known = 0;
            while (known < count && full.Time.Span[known] <= through)
            {
                known++;
            }

            var columns = full with
            {
                OpenInterest = Column(i => full.OpenInterest.Span[i] * (i < known ? 1 : 9)),
                UnderlyingPrice = Column(i => full.UnderlyingPrice.Span[i] * (i < known ? 1 : 1.1)),
                Ask = Column(i => full.Ask.Span[i] * (i < known ? 1 : 1.5)),
                Time = rewrite ? full.Time : Enumerable.Range(0, count).Select(i => i < known ? full.Time.Span[i] : long.MaxValue).ToArray(),
            };
            var output = new GammaFuel[some.Length];
            GammaExposure.Compute(new("SPX", columns), some, [.. some.Select(_ => 3750.0)], null, output);
            return output;
        }

        FlowFiles.AssertBlindToTheFuture(at, Batch);
        var batch = Batch(long.MaxValue, false, at);
        var series = new OptionQuoteSeries("SPX", full);
        var stream = new GammaExposureStream();
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < count && full.Time.Span[i] <= at[m]; i++)
            {
                stream.Update(series[i]);
                _ = i % 50 == 0 ? stream.Read(3750, full.Time.Span[i]) : default;
            }

            Assert.Equal(batch[m], stream.Read(3750, at[m]));
        }

        Assert.Contains(batch, b => b.FlowAbove != 0 && !double.IsNaN(b.FlowAbove));
    }

    private static OptionQuote Quote(OptionRight right, double strike, double gamma, double openInterest, double volume) =>
        new(Start, "TEST", Expiry, strike, right, 1, 1.1) { Gamma = gamma, OpenInterest = openInterest, Volume = volume, UnderlyingPrice = 100 };
}

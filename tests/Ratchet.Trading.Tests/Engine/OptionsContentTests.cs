using System.Buffers;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Engine;

public sealed class OptionsContentTests
{
    // Every settable property of every part, so that a new one cannot be forgotten.
    [Fact]
    public void ContentHash_AnyPropertyChanged_Differs()
    {
        var plain = Scenario.Plain;
        var hashes = new List<string> { plain.ContentHash() };
        Each(plain, o => o);
        Each(plain.Instruments[0], i => plain with { Instruments = [i] });
        Each(plain.Strategies[0], s => plain with { Strategies = [s] });
        Each(plain.Strategies[0].Exits, e => Scenario.With(plain, (ExitPlan _) => e));
        Each(plain.Venue, v => plain with { Venue = v });
        Each(plain.Sizing, z => plain with { Sizing = z });
        Each(plain.Limits, l => plain with { Limits = l });
        Assert.True(hashes.Count > 55, $"{hashes.Count} properties.");
        Assert.Equal(hashes.Count, hashes.Distinct().Count());

        void Each<T>(T part, Func<T, EngineOptions> whole)
            where T : class
        {
            foreach (var property in typeof(T).GetProperties().Where(p => p.CanWrite && Other(p.GetValue(part), p.PropertyType) is not null))
            {
                var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(part, null)!;
                property.SetValue(copy, Other(property.GetValue(part), property.PropertyType));
                hashes.Add(whole(copy).ContentHash());
            }
        }
    }

    [Fact]
    public void ContentHash_SameContentElsewhere_IsTheSame()
    {
        var again = Scenario.Plain with { InitialCash = 10_000.00m, Instruments = [Scenario.Plain.Instruments[0] with { Leverage = 1.0m }], Limits = Scenario.Plain.Limits with { } };
        Assert.Equal(Scenario.Plain.ContentHash(), again.ContentHash());
    }

    [Fact]
    public void ReadState_OtherLimitsVenueOrSizing_IsRefusedUnlessAskedFor()
    {
        var output = new ArrayBufferWriter<byte>();
        new Scenario().Opened().Engine.WriteState(output);
        foreach (var other in new[]
        {
            Scenario.Plain with { Limits = Scenario.Plain.Limits with { DailyLoss = 0.5 } },
            Scenario.Plain with { Venue = new() { TakerFee = 0.01 } },
            Scenario.Plain with { Sizing = new() { RiskPerTrade = 0.002 } },
        })
        {
            Assert.Contains("other options", Assert.Throws<InvalidDataException>(() => TradingEngine.ReadState(other, output.WrittenSpan)).Message, StringComparison.Ordinal);
            Assert.Equal(50m, TradingEngine.ReadState(other, output.WrittenSpan, otherOptions: true).Positions.Single().Quantity);
        }
    }

    private static object? Other(object? value, Type type) => value switch
    {
        double number => number + 0.125,
        decimal number => number + 0.5m,
        int number => number + 1,
        long number => number + 1,
        bool flag => !flag,
        string text => text + "x",
        Enum kind => Enum.ToObject(type, Convert.ToInt32(kind, null) + 1),
        Symbol => Symbol.Parse("ETH/USDT"),
        TimeFrame => TimeFrame.Day1,
        IReadOnlyList<double> numbers => numbers.Select(n => n + 1).ToArray(),
        null when type == typeof(double?) => 0.25,
        null when type == typeof(long?) => 5L,
        _ => null,
    };
}

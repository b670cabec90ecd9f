using Ratchet.Features.Tests.Sets;
using Ratchet.Features.Volatility;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Volatility;

public sealed class BollingerBlocksTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(19, 20)]
    [InlineData(20, 20)]
    [InlineData(34, 20)]
    [InlineData(35, 20)]
    [InlineData(36, 20)]
    [InlineData(1000, 20)]
    [InlineData(1000, 2)]
    [InlineData(517, 500)]
    public void Compute_AnyLength_IsTheRecurrenceBitForBit(int count, int period)
    {
        var close = RandomBars.Create(count, 17, TimeFrame.Hour1, i => i % 50 > 30).Close.ToArray();
        var actual = new BollingerValues[count];
        BollingerBands.Compute(close, period, 2, actual);
        var step = new BollingerRecurrence(period, 2);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(Bits(step.Update(close[i])), Bits(actual[i]));
        }
    }

    private static (long Upper, long Middle, long Lower) Bits(BollingerValues values) =>
        (BitConverter.DoubleToInt64Bits(values.Upper), BitConverter.DoubleToInt64Bits(values.Middle), BitConverter.DoubleToInt64Bits(values.Lower));
}

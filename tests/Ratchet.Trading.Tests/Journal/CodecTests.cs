using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Journal;

public sealed class CodecTests
{
    [Fact]
    public void Event_AnyEvent_ComesBackWithTheSameBytesAndFields() => Prop.ForAll<int>(seed =>
    {
        var records = new RandomRecords(seed);
        for (var i = 0; i < 20; i++)
        {
            var original = records.Event();
            var bytes = Bytes(original);
            var read = EventCodec.Read(bytes);
            Assert.Equal(bytes, Bytes(read));
            Assert.Equivalent(original, read, strict: true);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Record_AnyRecord_ComesBackWithTheSameBytesAndFields() => Prop.ForAll<int>(seed =>
    {
        var records = new RandomRecords(seed);
        for (var i = 0; i < 20; i++)
        {
            var original = records.Record();
            var bytes = Bytes(original);
            var read = AuditCodec.Read(bytes);
            Assert.Equal(bytes, Bytes(read));
            Assert.Equivalent(original, read, strict: true);
            Assert.Equal(original.Kind, AuditCodec.KindOf(bytes));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Read_EveryPrefixOrSurplus_IsRefused()
    {
        var records = new RandomRecords(5);
        for (var i = 0; i < 40; i++)
        {
            var bytes = Bytes(records.Event());
            var audit = Bytes(records.Record());
            for (var length = 0; length < bytes.Length; length++)
            {
                Assert.Throws<InvalidDataException>(() => EventCodec.Read(bytes.AsSpan(0, length)));
            }

            for (var length = 0; length < audit.Length; length++)
            {
                Assert.Throws<InvalidDataException>(() => AuditCodec.Read(audit.AsSpan(0, length)));
            }

            Assert.Throws<InvalidDataException>(() => EventCodec.Read([.. bytes, 0]));
            Assert.Throws<InvalidDataException>(() => AuditCodec.Read([.. audit, 0]));
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefusedOrReadAsAnotherValue()
    {
        var records = new RandomRecords(6);
        for (var i = 0; i < 30; i++)
        {
            var bytes = Bytes(records.Record());
            for (var place = 0; place < bytes.Length; place++)
            {
                bytes[place] ^= 0x81;
                try
                {
                    AuditCodec.Read(bytes);
                }
                catch (InvalidDataException)
                {
                    // The only error that damage may cause.
                }

                bytes[place] ^= 0x81;
            }
        }
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 99)]
    public void Read_AnotherVersionOrKind_IsNamed(int place, byte value)
    {
        var bytes = Bytes(TradingEvent.OfTimer(3, 4));
        bytes[place] = value;
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Read(bytes));
        Assert.Contains($"{value}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TimerOfFortyTwo_HasTheDocumentedBytes()
    {
        byte[] expected = [1, (byte)EventKind.Timer, 42, 0, 0, 0, 0, 0, 0, 0, 0xE8, 3, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Equal(expected, Bytes(TradingEvent.OfTimer(42, 1000)));
    }

    [Fact]
    public void Write_DetailOfAnotherKind_Throws()
    {
        Assert.Throws<ArgumentException>(() => Bytes(new TradingEvent { Kind = EventKind.Advice, Detail = "advice" }));
        Assert.Throws<ArgumentException>(() => Bytes(new AuditRecord { Detail = new ExitPlan() }));
    }

    private static byte[] Bytes(in TradingEvent tradingEvent)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EventCodec.Write(tradingEvent, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Bytes(in AuditRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>();
        AuditCodec.Write(record, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}

using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain é 漢 😀", "plain é 漢 😀")]
    [InlineData("<a href=\"x\">'&'</a>", "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")]
    [InlineData("a\u0000b\u001Fc\td", "a\uFFFDb\uFFFDc\td")]
    public void Escape_KnownTexts_AreSafe(string? text, string expected) => Assert.Equal(expected, XmlText.Escape(text));

    [Fact]
    public void Escape_HalfASurrogatePair_IsReplaced()
    {
        Assert.Equal("x\uFFFD", XmlText.Escape("x" + (char)0xD83D));
        Assert.Equal("\uFFFDx", XmlText.Escape((char)0xDE00 + "x"));
    }
}

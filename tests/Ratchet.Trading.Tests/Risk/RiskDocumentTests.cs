using System.Globalization;
using System.Text.RegularExpressions;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>docs/risk.md says what the code does.</summary>
public sealed partial class RiskDocumentTests
{
    private static readonly string Text = File.ReadAllText(Find("docs/risk.md"));

    [Fact]
    public void Tables_EveryLimit_HasItsDefault()
    {
        var told = Row().Matches(Text).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var limits = new RiskLimits();
        var coded = typeof(RiskLimits).GetProperties().ToDictionary(
            p => p.Name, p => Convert.ToString(p.GetValue(limits), CultureInfo.InvariantCulture)!.ToLowerInvariant());
        Assert.Equal(coded.OrderBy(p => p.Key, StringComparer.Ordinal), told.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Reasons_OfTheGate_AreNamed()
    {
        var gate = Enum.GetValues<AuditReason>().Where(r => r is > AuditReason.StateHalted and < AuditReason.StopLoss);
        Assert.DoesNotContain(gate, r => !Text.Contains($"`{r}`", StringComparison.Ordinal));
    }

    [Fact]
    public void States_EveryText_IsTold()
    {
        foreach (var state in Enum.GetValues<TradingState>())
        {
            Assert.Contains($"- {TradingStateText.Of(state)}", Text, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => TradingStateText.Of((TradingState)3));
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException($"{path} is not above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"^\| `(\w+)` \| ([\w.]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Tests.Commands;

public sealed class StudyIdentityTests
{
    private const string Features = "features.features=[\"rsi_14\",\"own_ratio\",\"zscore_50\"]";

    [Fact]
    public void Optimize_CodeOfAnOwnFeatureChanged_IsNotResumedButBegunAnew()
    {
        using var first = new CommandLine { Families = [new Own(2)] };
        TinyOptimize.Run(first, "--set", Features).Succeeded();
        TinyOptimize.Run(first, "--set", Features).Succeeded();

        using var second = new CommandLine { Families = [new Changed(3)] };
        CopyOf(first, second);
        var refused = TinyOptimize.Run(second, "--set", Features);
        Assert.Equal(1, refused.Exit);
        var message = refused.ErrorLines.Single(l => l.StartsWith("error: ", StringComparison.Ordinal));
        foreach (var words in new[] { "'own_ratio'", nameof(Own), nameof(Changed), "--fresh" })
        {
            Assert.Contains(words, message, StringComparison.Ordinal);
        }

        TinyOptimize.Run(second, "--set", Features, "--fresh").Succeeded();
    }

    private static void CopyOf(CommandLine from, CommandLine to)
    {
        foreach (var file in Directory.GetFiles(from.Root, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to.Root, Path.GetRelativePath(from.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private class Own(int lag) : IFeatureFamily
    {
        public IReadOnlyList<FeatureDescriptor> Features { get; } = [new("own_ratio", FeatureGroup.Technical, "Close over an earlier close.", _ => lag)];

        public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
        {
            for (var i = 0; i < bars.Count; i++)
            {
                outputs[0][i] = i < lag ? double.NaN : bars.Close[i] / bars.Close[i - lag];
            }
        }

        public IFeatureStream CreateStream(TimeFrame timeFrame) => throw new NotSupportedException();
    }

    private sealed class Changed(int lag) : Own(lag);
}

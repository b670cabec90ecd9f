using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Ratchet.Learning.Markov;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Sets;

/// <summary>
/// The address of a column by what decides its numbers: SHA-256 over the content hash of the bars, the identifier with its parameters and time frame, the
/// family's definition, <see cref="FeatureSet.DefinitionVersion"/>, the builds of the code that computes it, and the runtime, whose logarithm is not the same everywhere.
/// </summary>
public static class FeatureColumnKey
{
    // Builds are deterministic: the module's version is a hash of its code.
    private static readonly string Code = string.Join(
        '-',
        new[] { typeof(FeatureSet), typeof(BarSeries), typeof(HmmModel), typeof(LaneReduction) }.Select(t => t.Module.ModuleVersionId.ToString("N")));

    private static readonly string Runtime = $"{Environment.Version}|{RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The key, 64 lower-case hexadecimal digits.</summary>
    /// <param name="barsHash">The bars' <see cref="BarContentHash"/>.</param>
    /// <param name="identifier">Such as <c>rsi_28@4h</c>.</param>
    /// <param name="definition">What decides the numbers beside these.</param>
    public static string Compute(string barsHash, string identifier, string definition)
    {
        var text = $"ratchet-feature-1\n{barsHash}\n{identifier}\n{definition}\n{FeatureSet.DefinitionVersion}\n{Code}\n{Runtime}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

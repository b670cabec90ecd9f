using Ratchet.Learning.Forests;
using Ratchet.Learning.Linear;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Storage.Models;

/// <summary>The meta layer and the whole ensemble as sections; the four forests share one set of bins.</summary>
internal static class EnsembleSections
{
    private static readonly string[] Prefixes = ["entry.", "position.", "exit.", "profit."];

    public static void Write(SectionWriter writer, EnsembleModel model)
    {
        writer.Add<double>("ensemble.threshold", [model.ConfidenceThreshold]);
        Write(writer, model.Meta);
        ForestSections.Write(writer, model.Bins);
        foreach (var role in EnsembleOptions.Roles)
        {
            ForestSections.Write(writer, Prefixes[(int)role], model[role]);
        }
    }

    public static EnsembleModel Read(SectionReader reader, ModelDetail detail)
    {
        var threshold = reader.Read<double>("ensemble.threshold", 1)[0];
        var layer = ReadLayer(reader);
        var bins = ForestSections.ReadBins(reader);
        var forests = new RandomForest[Prefixes.Length];
        for (var r = 0; r < forests.Length; r++)
        {
            forests[r] = ForestSections.Read(reader, Prefixes[r], bins, detail);
        }

        return new(forests, layer, threshold);
    }

    public static void Write(SectionWriter writer, MetaLayer layer)
    {
        var parts = layer.ToParts();
        writer.Add<double>("layer.rates", [parts.BaseRate, parts.BaseR, parts.ExitRate]);
        if (parts.Exit is not null)
        {
            LinearSections.Write(writer, "layer.exit.", parts.Exit);
        }

        if (parts.Scaler is null || parts.Follow is null || parts.Confidence is null || parts.Expected is null)
        {
            return;
        }

        writer.Add("layer.scaler.means", parts.Scaler.Means);
        writer.Add("layer.scaler.scales", parts.Scaler.Scales);
        LinearSections.Write(writer, "layer.follow.", parts.Follow);
        LinearSections.Write(writer, "layer.confidence.", parts.Confidence);
        LinearSections.Write(writer, "layer.expected.", parts.Expected);
    }

    public static MetaLayer ReadLayer(SectionReader reader)
    {
        var rates = reader.Read<double>("layer.rates", 3);
        var exit = LinearSections.HasCalibration(reader, "layer.exit.") ? LinearSections.ReadCalibration(reader, "layer.exit.") : null;
        if (!reader.Has("layer.scaler.means"))
        {
            return MetaLayer.FromParts(new(rates[0], rates[1], rates[2], null, null, null, null, exit));
        }

        var scaler = new StandardScaler(reader.Read<double>("layer.scaler.means"), reader.Read<double>("layer.scaler.scales"));
        var follow = LinearSections.ReadLogistic(reader, "layer.follow.");
        var confidence = LinearSections.ReadCalibration(reader, "layer.confidence.");
        var expected = LinearSections.ReadLinear(reader, "layer.expected.");
        return MetaLayer.FromParts(new(rates[0], rates[1], rates[2], scaler, follow, confidence, expected, exit));
    }
}

using System.Text.Json;
using Ratchet.Learning.Exchange;

namespace Ratchet.Storage.Models;

/// <summary>
/// Reads tree models that XGBoost saved as JSON or as binary JSON (UBJSON); the content tells which. Versions 1 to 3; the fields are those of 1.7, and what
/// later versions changed is understood: base scores in brackets and one a class, iteration_indptr, leaf vectors of length 1.
/// </summary>
/// <remarks>
/// Read: gbtree, and dart, whose leaves are multiplied by weight_drop so that the result is a plain ensemble (it predicts the same to rounding and is
/// written back as gbtree). Refused by name: gblinear, categorical splits, vector leaves, objectives other than those of <see cref="EnsembleObjective"/>.
/// At most 65535 features and 65535 classes or targets; otherwise the room taken follows from the content, never from a number in it.
/// A damaged, cut off or foreign file is one <see cref="InvalidDataException"/> that names the file, the field and what to do.
/// </remarks>
public static class XgboostReader
{
    /// <summary>The most features and the most classes or targets that a model may have.</summary>
    private const int MostFeatures = 65535;
    private const int MostGroups = 65535;

    private const string Foreign = "It is no XGBoost model that can be read, or it is damaged. " + XgboostField.SaveAgain;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, foreign or holds a kind of model that is not supported.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static TreeEnsemble Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads from a stream to its end.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">The content is damaged, foreign or holds a kind of model that is not supported.</exception>
    public static TreeEnsemble Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Read(memory.GetBuffer().AsMemory(0, (int)memory.Length), name);
    }

    private static TreeEnsemble Read(ReadOnlyMemory<byte> content, string file)
    {
        if (content.IsEmpty)
        {
            throw new InvalidDataException($"{file}: the file is empty. {XgboostField.SaveAgain}");
        }

        if (XgboostBinary.IsBinary(content.Span))
        {
            content = XgboostBinary.ToJson(content, file);
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{file}: not JSON from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine} on{At(exception.Path)}: {exception.Message} {Foreign}", exception);
        }

        using (document)
        {
            try
            {
                return ReadModel(new(file, string.Empty, document.RootElement));
            }
            catch (InvalidOperationException exception)
            {
                // Text that is no valid UTF-8 or UTF-16 is found only where it is looked at.
                throw new InvalidDataException($"{file}: a text is damaged: {exception.Message} {Foreign}", exception);
            }
        }
    }

    private static string At(string? path) => string.IsNullOrEmpty(path) ? string.Empty : $" ({path})";

    private static TreeEnsemble ReadModel(XgboostField root)
    {
        var learner = root["learner"];
        CheckVersion(root["version"]);
        var parameters = learner["learner_model_param"];
        var objectiveName = learner["objective"]["name"];
        var objective = XgboostNames.Objective(objectiveName.Text()) ?? throw objectiveName.Error(
            $"is \"{objectiveName.Text()}\"; supported are {XgboostNames.Supported}", "Train with one of these.");
        var groups = ReadGroups(parameters, objective);
        var featureCount = parameters["num_feature"].Count(MostFeatures);
        var booster = XgboostBooster.Read(learner["gradient_booster"], groups, featureCount);
        var weight = learner["objective"].Find("reg_loss_param")?.Find("scale_pos_weight")?.Real() ?? 1;
        try
        {
            return new(new()
            {
                Objective = objective,
                FeatureCount = featureCount,
                Groups = groups,
                BaseScores = parameters["base_score"].Reals(),
                Trees = booster.Trees,
                ParallelTrees = booster.ParallelTrees,
                RoundStarts = booster.RoundStarts,
                FeatureNames = learner.Find("feature_names")?.Texts() ?? [],
                FeatureTypes = learner.Find("feature_types")?.Texts() ?? [],
                Attributes = ReadAttributes(learner.Find("attributes")),
                PositiveWeight = weight,
            });
        }
        catch (ArgumentException exception)
        {
            throw learner.Error($"does not fit together: {exception.Message}", XgboostField.SaveAgain);
        }
    }

    private static void CheckVersion(XgboostField version)
    {
        var numbers = version.Integers(3);
        if (numbers[0] is < 1 or > 3)
        {
            throw version.Error($"is {string.Join('.', numbers)}; versions 1 to 3 are read", XgboostField.SaveAgain);
        }
    }

    private static int ReadGroups(XgboostField parameters, EnsembleObjective objective)
    {
        var classes = parameters["num_class"];
        var count = classes.Count(MostGroups);
        var targets = parameters.Find("num_target")?.Count(MostGroups) ?? 1;
        if (XgboostNames.IsSoft(objective))
        {
            return count >= 1
                ? count
                : throw classes.Error("is 0; an objective of several classes needs their number", XgboostField.SaveAgain);
        }

        return count <= 1
            ? Math.Max(1, targets)
            : throw classes.Error($"is {count} and the objective {XgboostNames.Name(objective)} knows no classes; it must be 0", "Train with multi:softprob.");
    }

    private static Dictionary<string, string> ReadAttributes(XgboostField? attributes)
    {
        var result = new Dictionary<string, string>();
        if (attributes is { } field)
        {
            field.Find(string.Empty);
            foreach (var property in field.Element.EnumerateObject())
            {
                result.Add(property.Name, field[property.Name].Text());
            }
        }

        return result;
    }
}

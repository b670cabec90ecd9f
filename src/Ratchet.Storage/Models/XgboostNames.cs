using System.Globalization;
using Ratchet.Learning.Exchange;

namespace Ratchet.Storage.Models;

/// <summary>How XGBoost spells objectives and numbers.</summary>
internal static class XgboostNames
{
    public const string Supported = "reg:squarederror, binary:logistic, reg:logistic, binary:logitraw, multi:softprob, multi:softmax";

    /// <summary>The parent of a root, and the feature of a removed node.</summary>
    public const int None = int.MaxValue;

    public static EnsembleObjective? Objective(string name) => name switch
    {
        "reg:squarederror" or "reg:linear" => EnsembleObjective.SquaredError,
        "binary:logistic" => EnsembleObjective.BinaryLogistic,
        "reg:logistic" => EnsembleObjective.RegressionLogistic,
        "binary:logitraw" => EnsembleObjective.RawLogistic,
        "multi:softprob" => EnsembleObjective.SoftProbability,
        "multi:softmax" => EnsembleObjective.SoftMax,
        _ => null,
    };

    public static string Name(EnsembleObjective objective) => objective switch
    {
        EnsembleObjective.SquaredError => "reg:squarederror",
        EnsembleObjective.BinaryLogistic => "binary:logistic",
        EnsembleObjective.RegressionLogistic => "reg:logistic",
        EnsembleObjective.RawLogistic => "binary:logitraw",
        EnsembleObjective.SoftProbability => "multi:softprob",
        EnsembleObjective.SoftMax => "multi:softmax",
        _ => throw new ArgumentOutOfRangeException(nameof(objective), objective, $"The objective must be one of {Supported}."),
    };

    public static bool IsSoft(EnsembleObjective objective) => objective is EnsembleObjective.SoftProbability or EnsembleObjective.SoftMax;

    /// <summary>The shortest text that restores a float32, marked as no integer: XGBoost 1.7 refuses an integer where it expects a real number.</summary>
    public static string Number(float value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + "E0" : text;
    }
}

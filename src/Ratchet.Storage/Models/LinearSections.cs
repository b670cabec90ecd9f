using Ratchet.Learning.Calibration;
using Ratchet.Learning.Linear;

namespace Ratchet.Storage.Models;

/// <summary>Linear models, logistic models and calibrations as sections.</summary>
internal static class LinearSections
{
    public static void Write(SectionWriter writer, string prefix, LinearModel model)
    {
        writer.Add(prefix + "weights", model.Weights);
        writer.Add<double>(prefix + "intercept", [model.Intercept]);
    }

    public static LinearModel ReadLinear(SectionReader reader, string prefix) =>
        new(ReadFinite(reader, prefix + "weights"), ReadFinite(reader, prefix + "intercept", 1)[0]);

    public static void Write(SectionWriter writer, string prefix, LogisticModel model)
    {
        writer.Add(prefix + "weights", model.Weights);
        writer.Add<double>(prefix + "intercept", [model.Intercept]);
        writer.Add<int>(prefix + "converged", [model.Converged ? 1 : 0]);
    }

    public static LogisticModel ReadLogistic(SectionReader reader, string prefix)
    {
        var converged = reader.Read<int>(prefix + "converged", 1)[0];
        return converged is 0 or 1
            ? new(ReadFinite(reader, prefix + "weights"), ReadFinite(reader, prefix + "intercept", 1)[0], converged == 1)
            : throw new ArgumentException($"Section '{prefix}converged' holds {converged}; it must hold 0 or 1.");
    }

    public static void Write(SectionWriter writer, string prefix, ICalibration calibration)
    {
        switch (calibration)
        {
            case PlattCalibration platt:
                writer.Add<double>(prefix + "platt", [platt.A, platt.B]);
                break;
            case IsotonicCalibration isotonic:
                writer.Add(prefix + "scores", isotonic.Scores);
                writer.Add(prefix + "probabilities", isotonic.Probabilities);
                break;
            default:
                throw new ArgumentException($"A calibration of type {calibration.GetType().Name} cannot be stored; Platt's and isotonic ones can.", nameof(calibration));
        }
    }

    public static bool HasCalibration(SectionReader reader, string prefix) => reader.Has(prefix + "platt") || reader.Has(prefix + "scores");

    public static ICalibration ReadCalibration(SectionReader reader, string prefix)
    {
        if (!reader.Has(prefix + "platt"))
        {
            return new IsotonicCalibration(reader.Read<double>(prefix + "scores"), reader.Read<double>(prefix + "probabilities"));
        }

        var platt = ReadFinite(reader, prefix + "platt", 2);
        return new PlattCalibration(platt[0], platt[1]);
    }

    public static double[] Finite(double[] numbers, string name) =>
        Array.TrueForAll(numbers, double.IsFinite) ? numbers : throw new ArgumentException($"Section '{name}' holds an infinity or no number; all must be finite.");

    private static double[] ReadFinite(SectionReader reader, string name) => Finite(reader.Read<double>(name), name);

    private static double[] ReadFinite(SectionReader reader, string name, int count) => Finite(reader.Read<double>(name, count), name);
}

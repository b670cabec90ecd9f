using Ratchet.Learning.Markov;

namespace Ratchet.Storage.Models;

/// <summary>A hidden Markov model as sections. The shape of the covariances goes by name, so that new shapes do not change old files.</summary>
internal static class HmmSections
{
    private const int MostStates = 1024;
    private const int MostDimensions = 4096;

    public static void Write(SectionWriter writer, HmmModel model)
    {
        writer.AddTexts("hmm.covariance", [model.Covariance.ToString()]);
        writer.Add<int>("hmm.dimensions", [model.Dimensions]);
        writer.Add("hmm.start", model.StartProbabilities);
        writer.Add("hmm.transitions", model.Transitions);
        writer.Add("hmm.means", model.Means);
        writer.Add("hmm.covariances", model.Covariances);
    }

    public static HmmModel Read(SectionReader reader)
    {
        var shape = reader.ReadTexts("hmm.covariance");
        if (shape.Length != 1 || !Enum.GetNames<HmmCovariance>().Contains(shape[0], StringComparer.Ordinal))
        {
            throw new ArgumentException($"The covariances have shape '{string.Join(' ', shape)}'; this build knows {string.Join(", ", Enum.GetNames<HmmCovariance>())}.");
        }

        var dimensions = reader.Read<int>("hmm.dimensions", 1)[0];
        var start = reader.Read<double>("hmm.start");
        var means = reader.Read<double>("hmm.means");
        if (start.Length is 0 or > MostStates || dimensions is < 1 or > MostDimensions || means.Length != (long)start.Length * dimensions)
        {
            throw new ArgumentException($"There are {start.Length} states, {dimensions} dimensions and {means.Length} means; they must agree, with 1 to {MostStates} states and 1 to {MostDimensions} dimensions.");
        }

        return new(
            Enum.Parse<HmmCovariance>(shape[0]),
            dimensions,
            start,
            LinearSections.Finite(reader.Read<double>("hmm.transitions"), "hmm.transitions"),
            LinearSections.Finite(means, "hmm.means"),
            LinearSections.Finite(reader.Read<double>("hmm.covariances"), "hmm.covariances"));
    }
}

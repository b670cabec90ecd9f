using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Storage.Tests.Models;

/// <summary>A random table with missing values, a signal, and targets of three kinds; written for Python as raw little-endian numbers.</summary>
internal sealed class XgboostTable
{
    public const int Rows = 1200;
    public const int Features = 7;

    public XgboostTable(ulong seed)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        for (var i = 0; i < Rows; i++)
        {
            var signal = 0.0;
            for (var f = 0; f < Features; f++)
            {
                var value = f == 4 ? stream.NextInt(3) : stream.NextNormal();
                Values[(i * Features) + f] = stream.NextDouble() < 0.1 ? double.NaN : value;
                signal += f switch { 0 => value, 1 => 0.5 * value * value, 4 => -0.3 * value, _ => 0 };
            }

            Numbers[i] = signal + (0.5 * stream.NextNormal());
            Labels[i] = Numbers[i] > 0.2 ? 1 : 0;
            Classes[i] = Numbers[i] < -0.4 ? 0 : Numbers[i] < 0.7 ? 1 : 2;
        }
    }

    public double[] Values { get; } = new double[Rows * Features];

    public double[] Labels { get; } = new double[Rows];

    public double[] Classes { get; } = new double[Rows];

    public double[] Numbers { get; } = new double[Rows];

    public int[] AllRows => [.. Enumerable.Range(0, Rows)];

    public double[] Row(int row) => Values[(row * Features)..((row + 1) * Features)];

    public BinnedMatrix Bin() => BinnedMatrix.Build(
        [.. Enumerable.Range(0, Features).Select(f => $"column {f}")],
        [.. Enumerable.Range(0, Features).Select(f => (ReadOnlyMemory<double>)Enumerable.Range(0, Rows).Select(i => Values[(i * Features) + f]).ToArray())],
        new(0, Rows),
        new() { MaxBins = 64 },
        1,
        CancellationToken.None);

    public TrainingView View(double[] targets) => new(AllRows, targets, ReadOnlyMemory<double>.Empty);

    public void Write(string folder)
    {
        Write("x", Values);
        Write("labels", Labels);
        Write("classes", Classes);
        Write("numbers", Numbers);

        void Write(string name, double[] values) => File.WriteAllBytes(Path.Combine(folder, $"{name}.f64"), MemoryMarshal.AsBytes<double>(values).ToArray());
    }

    public static float[] ReadFloats(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();

    public static double Largest(ReadOnlySpan<double> left, ReadOnlySpan<float> right)
    {
        Assert.Equal(left.Length, right.Length);
        var largest = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(left[i] - right[i]));
        }

        return largest;
    }
}

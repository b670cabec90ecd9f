using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Ticks;

/// <summary>One column of rows in memory, whatever its elements are.</summary>
internal abstract class TickColumn(string name, string file)
{
    public string Name { get; } = name;

    public string File { get; } = file;

    /// <summary>The NumPy type.</summary>
    public abstract string Type { get; }

    public abstract ReadOnlySpan<byte> Bytes { get; }

    public abstract TickColumnWriter CreateWriter(string folder, DiskSteps disk);

    /// <summary>One element for people; empty for none.</summary>
    public abstract string Text(int row);
}

namespace Ratchet.Storage.Ticks;

/// <summary>Writes one column of a partition and hashes what it writes.</summary>
internal abstract class TickColumnWriter : IDisposable
{
    /// <summary>Adds the elements of a column of the same name and type.</summary>
    public abstract void Append(TickColumn column);

    /// <summary>Writes the head, flushes the file and gives the SHA-256 of the elements' bytes.</summary>
    public abstract byte[] Finish();

    public abstract void Dispose();
}

using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace Ratchet.Storage.Columns;

/// <summary>
/// One column of a file, mapped read-only into the address space.
/// <para>The mapping stands until <see cref="IDisposable.Dispose"/>, never only until the garbage collector runs, because a span does not keep its
/// owner alive. After disposal the memory refuses new spans with <see cref="ObjectDisposedException"/>; spans taken before must not be used.</para>
/// </summary>
/// <typeparam name="T">long or double.</typeparam>
public sealed unsafe class MappedColumn<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly int length;
    private MemoryMappedFile? file;
    private MemoryMappedViewAccessor? view;
    private byte* data;

    internal MappedColumn(FileStream stream, int offset, int length)
    {
        this.length = length;
        if (length == 0)
        {
            return;
        }

        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        data = start + view.PointerOffset + offset;
    }

    /// <summary>Whether the mapping has been released.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    public override Span<T> GetSpan()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return length == 0 ? [] : new Span<T>(data, length);
    }

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, length);
        return new MemoryHandle(data + ((long)elementIndex * Unsafe.SizeOf<T>()), default, this);
    }

    /// <inheritdoc/>
    public override void Unpin()
    {
        // Mapped memory does not move.
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (IsDisposed || !disposing)
        {
            return;
        }

        IsDisposed = true;
        data = null;
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        file?.Dispose();
        view = null;
        file = null;
    }
}

using Microsoft.Win32.SafeHandles;

namespace Ratchet.Storage.Models;

/// <summary>Whole reads at a place of a file.</summary>
internal static class FileBytes
{
    /// <summary>Fills the buffer as far as the file reaches, and returns how far that is.</summary>
    public static int Read(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            var read = RandomAccess.Read(file, buffer[done..], offset + done);
            if (read == 0)
            {
                break;
            }

            done += read;
        }

        return done;
    }
}

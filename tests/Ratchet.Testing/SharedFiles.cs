using Xunit;

namespace Ratchet.Testing;

/// <summary>Finds reference vectors and market data that live beside the repository; a test that needs one skips where it is absent.</summary>
public static class SharedFiles
{
    /// <summary>The full path of a shared file, or a skip with the reason.</summary>
    /// <param name="relativePath">Such as <c>golden/performance.json</c>.</param>
    public static string Require(string relativePath)
    {
        var path = Find(relativePath);
        if (path is null)
        {
            Assert.Skip($"shared/{relativePath} is not beside the repository; set RATCHET_SHARED to the folder that holds it.");
        }

        return path!;
    }

    /// <summary>The full path of a shared file, or null.</summary>
    /// <param name="relativePath">Such as <c>golden/performance.json</c>.</param>
    public static string? Find(string relativePath)
    {
        var configured = Environment.GetEnvironmentVariable("RATCHET_SHARED");
        if (!string.IsNullOrEmpty(configured))
        {
            var path = Path.Combine(configured, relativePath);
            return File.Exists(path) ? path : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relativePath);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}

using Ratchet.Learning.Trees;

namespace Ratchet.Storage.Models;

/// <summary>The types that sections can be made of.</summary>
internal static class Elements
{
    public static ElementType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(byte) ? ElementType.Byte
        : typeof(T) == typeof(int) ? ElementType.Int32
        : typeof(T) == typeof(float) ? ElementType.Single
        : typeof(T) == typeof(double) ? ElementType.Double
        : typeof(T) == typeof(TreeNode) ? ElementType.Node
        : throw new NotSupportedException($"A section cannot hold {typeof(T).Name}.");

    public static int SizeOf(ElementType type) => type switch
    {
        ElementType.Byte => 1,
        ElementType.Int32 or ElementType.Single => 4,
        ElementType.Double or ElementType.Node => 8,
        _ => 0,
    };
}

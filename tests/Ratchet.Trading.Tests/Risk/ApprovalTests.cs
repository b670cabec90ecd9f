using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Reads the compiled code of Ratchet.Trading: approved orders and stamps are made in the gate and nowhere else.</summary>
public sealed class ApprovalTests
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    [Fact]
    public void Assembly_EveryMethod_MakesStampsAndApprovalsInTheGateAlone()
    {
        var makers = Makers();
        Assert.Equal(["Ratchet.Trading.Risk.RiskGate.Review makes ApprovedOrder", "Ratchet.Trading.Risk.RiskGate.Review makes Stamp"], makers);
    }

    [Fact]
    public void ApprovedOrder_FromOutside_CannotBeMade()
    {
        Assert.Empty(typeof(ApprovedOrder).GetConstructors());
        Assert.True(typeof(ApprovedOrder).IsSealed);
        Assert.False(typeof(RiskGate.Stamp).IsVisible);
        Assert.Throws<ArgumentException>(() => new RiskGate.Stamp(new()));
        Assert.Throws<ArgumentException>(() => new RiskGate.Stamp(null!));
        Assert.True(typeof(RiskGate).GetNestedType("Seal", BindingFlags.NonPublic)!.IsNestedPrivate);
        Assert.DoesNotContain(
            typeof(RiskLimits).GetProperties(),
            p => p.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"));
    }

    private static List<string> Makers()
    {
        using var file = File.OpenRead(typeof(RiskGate).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var made = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            foreach (var constructor in Constructed(image.GetMethodBody(method.RelativeVirtualAddress).GetILReader()))
            {
                if (constructor.Kind == HandleKind.MethodDefinition)
                {
                    var type = metadata.GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
                    var name = metadata.GetString(type.Name);
                    if (name is nameof(ApprovedOrder) or "Stamp")
                    {
                        var owner = metadata.GetTypeDefinition(method.GetDeclaringType());
                        made.Add($"{metadata.GetString(owner.Namespace)}.{metadata.GetString(owner.Name)}.{metadata.GetString(method.Name)} makes {name}");
                    }
                }
            }
        }

        return [.. made];
    }

    private static IEnumerable<EntityHandle> Constructed(BlobReader code)
    {
        var found = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operation = OpCodesByValue[value == 0xFE ? (0xFE << 8) | code.ReadByte() : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineMethod:
                    var target = MetadataTokens.EntityHandle(code.ReadInt32());
                    if (operation == OpCodes.Newobj)
                    {
                        found.Add(target);
                    }

                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return found;
    }
}

using System.Runtime.InteropServices;

namespace Suiying.Engines.Dispatch;

/// <summary>
/// What each level says of a matter: for the candidates it knows, how far above an unknown unit's they stand, as a logarithm. A buffer, used
/// again for each matter.
/// </summary>
internal sealed class Inputs
{
    private readonly List<(int Candidate, double Says)> says = [];
    private readonly List<(int Slot, int Start)> parts = [];

    public int Count => parts.Count;

    public void Clear()
    {
        says.Clear();
        parts.Clear();
    }

    public void Begin(int slot) => parts.Add((slot, says.Count));

    public void Say(int candidate, double value) => says.Add((candidate, value));

    /// <summary>Where the weight of a part lies.</summary>
    public int Slot(int part) => parts[part].Slot;

    /// <summary>What a part says.</summary>
    public ReadOnlySpan<(int Candidate, double Says)> Says(int part)
    {
        var end = part + 1 < parts.Count ? parts[part + 1].Start : says.Count;
        return CollectionsMarshal.AsSpan(says)[parts[part].Start..end];
    }
}

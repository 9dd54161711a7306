namespace Suiying.Architecture.House;

/// <summary>Lists in this folder that a person keeps by hand; <c>#</c> begins a comment.</summary>
public static class Approved
{
    public static IEnumerable<string> Read(string name) =>
        SourceTree.Real.Lines($"tests/Architecture/{name}").Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
}

namespace Suiying.Architecture.House;

/// <summary>Shows every violation in full, one a line.</summary>
public static class Verdict
{
    public static void None(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}

namespace Suiying.Requests.Model;

/// <summary>The facts of a step as they are written: key=value pairs.</summary>
internal static class StepFacts
{
    /// <summary>One of them, or null.</summary>
    public static string? Find(string facts, string name)
    {
        var all = facts.AsSpan();
        foreach (var range in all.Split(';'))
        {
            var fact = all[range];
            if (fact.Length > name.Length && fact[name.Length] == '=' && fact.StartsWith(name, StringComparison.Ordinal))
                return fact[(name.Length + 1)..].ToString();
        }
        return null;
    }
}

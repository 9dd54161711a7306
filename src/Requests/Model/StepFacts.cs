namespace Suiying.Requests.Model;

/// <summary>The facts of a step as they are written: key=value pairs.</summary>
internal static class StepFacts
{
    /// <summary>One of them, or null.</summary>
    public static string? Find(string facts, string name) =>
        facts.Split(';').FirstOrDefault(f => f.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}

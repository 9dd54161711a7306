namespace Suiying.Requests.Model;

/// <summary>Asks the same question of many rows: of each code once.</summary>
internal sealed class Remembered(Func<string, bool> ask)
{
    private readonly Dictionary<string, bool> answers = [];

    /// <summary>False where there is no code.</summary>
    public bool Of(string? code)
    {
        if (code is null)
            return false;
        if (!answers.TryGetValue(code, out var answer))
            answers[code] = answer = ask(code);
        return answer;
    }
}

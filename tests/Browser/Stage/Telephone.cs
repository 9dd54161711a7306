namespace Suiying.Browser.Stage;

/// <summary>A telephone system, which tells of its calls.</summary>
public sealed class Telephone : IDisposable
{
    private readonly SignedProgram program;

    private Telephone(SignedProgram program) => this.program = program;

    public static async Task<Telephone> Connect(City city, string name) =>
        new(await SignedProgram.Connect(city, "/admin/exchanges", name, "#recordings"));

    /// <param name="kind">queued, ringing, answered, transferred, ended or busy.</param>
    /// <param name="call">The exchange's id of the call.</param>
    /// <param name="agent">Sign-in name; of one test alone, since a call is on every page that its agent has open.</param>
    /// <param name="from">The caller's number.</param>
    public Task Tell(string kind, string call, string? agent = null, string? from = null)
    {
        var at = TimeProvider.System.GetUtcNow();
        return program.Post(
            $$"""{"event":"{{kind}}","call":"{{call}}","at":"{{at:O}}","agent":{{Quoted(agent)}},"from":{{Quoted(from)}}}"""
        );
    }

    public void Dispose() => program.Dispose();

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";
}

using Suiying.Kernel;

// Things built wrongly on purpose: a rule that does not find them proves nothing.
namespace Suiying.Architecture.Fixtures.Beta;

public sealed class KeepThing
{
    public Task<Outcome<Done>> Run() => Task.FromResult<Outcome<Done>>(new Done());
}

public class OpenThing
{
    public Task<Outcome<Done>> Run() => Task.FromResult<Outcome<Done>>(new Done());
}

public sealed class CountThing;

public sealed class CloseThing
{
    public Task<bool> Run(Actor by) => Task.FromResult(by is not null);
}

public sealed class MoveThing(object a, object b, object c, object d, object e, object f)
{
    public Task<Outcome<Done>> Run() =>
        Task.FromResult<Outcome<Done>>(new object?[] { a, b, c, d, e, f } is null ? new NotFound() : new Done());
}

public sealed class SplitThing
{
    public sealed record Command(string A, int B, bool C, long D, double E, char F, byte G, float H);

    public Task<Outcome<Done>> Run(Command command) => Task.FromResult<Outcome<Done>>(command is null ? new NotFound() : new Done());
}

public sealed class MergeThing : IDisposable
{
    public Task<Outcome<Done>> Run() => Task.FromResult<Outcome<Done>>(new Done());

    public void Dispose() { }
}

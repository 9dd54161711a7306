using Microsoft.Extensions.DependencyInjection;

namespace Suiying.Kernel;

/// <summary>
/// Runs one use case in a scope of its own. An interactive page lives as long as its circuit; a database context that lived as long
/// would show yesterday's rows, so each action gets a fresh one.
/// </summary>
public sealed class Scoped(IServiceScopeFactory scopes)
{
    public async Task<TResult> Run<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}

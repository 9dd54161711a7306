using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Suiying.Kernel.Data;

namespace Suiying.Kernel.Events;

/// <summary>How an event reaches one consumer.</summary>
public sealed record Subscription
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The consumer's stable name.</summary>
    public required string Consumer { get; init; }

    /// <summary>The event's stable name.</summary>
    public required string Event { get; init; }

    /// <summary>
    /// True where the effect lies outside the database. Then no transaction is held: the row is put off, the reaction runs, the row is
    /// removed. A process that dies between the two lets it happen once more.
    /// </summary>
    public required bool Outward { get; init; }

    /// <summary>False for events that are not kept for it.</summary>
    public required Func<object, bool> Wants { get; init; }

    /// <summary>The context through which it writes.</summary>
    public required Func<IServiceProvider, ModuleDb> Db { get; init; }

    /// <summary>Lets it react.</summary>
    public required Func<IServiceProvider, StoredEvent, CancellationToken, Task> React { get; init; }
}

/// <summary>How a module says which events it reacts to.</summary>
public static class Subscriptions
{
    /// <summary>The outbox and what empties it; once, by the host.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<Outbox>().AddSingleton<OutboxDispatcher>();
        return services.AddHostedService<OutboxService>();
    }

    /// <summary>A consumer whose effect is rows of its module.</summary>
    public static IServiceCollection AddConsumer<TConsumer, TEvent, TDb>(this IServiceCollection services)
        where TConsumer : class, IConsumer<TEvent>
        where TEvent : IEvent
        where TDb : ModuleDb => services.Subscribe<TConsumer, TEvent, TDb>(outward: false);

    /// <summary>A consumer whose effect lies outside the database; see <see cref="Subscription.Outward"/>.</summary>
    public static IServiceCollection AddOutwardConsumer<TConsumer, TEvent, TDb>(this IServiceCollection services)
        where TConsumer : class, IConsumer<TEvent>
        where TEvent : IEvent
        where TDb : ModuleDb => services.Subscribe<TConsumer, TEvent, TDb>(outward: true);

    private static IServiceCollection Subscribe<TConsumer, TEvent, TDb>(this IServiceCollection services, bool outward)
        where TConsumer : class, IConsumer<TEvent>
        where TEvent : IEvent
        where TDb : ModuleDb
    {
        services.TryAddScoped<TConsumer>();
        return services.AddSingleton(
            new Subscription
            {
                Consumer = TConsumer.Name,
                Event = TEvent.Name,
                Outward = outward,
                Wants = happened => TConsumer.Wants((TEvent)happened),
                Db = provider => provider.GetRequiredService<TDb>(),
                React = (provider, row, ct) =>
                {
                    var happened =
                        JsonSerializer.Deserialize<TEvent>(row.Payload, Subscription.Json)
                        ?? throw new JsonException($"{row.Event} is null.");
                    return provider.GetRequiredService<TConsumer>().When(happened, row.Delivery, ct);
                },
            }
        );
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Suiying.Contracts.Channels;
using Suiying.People.Model;

namespace Suiying.Tests.People;

/// <summary>Messages that would have gone to a phone.</summary>
public sealed class CapturedMessages : IMessageSender
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public IReadOnlyCollection<OutgoingMessage> Sent => sent;

    /// <summary>The six digits of the last message.</summary>
    public string LastCode => string.Concat(sent.Last().Text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));

    public Task Send(OutgoingMessage message, CancellationToken ct)
    {
        sent.Enqueue(message);
        return Task.CompletedTask;
    }
}

/// <summary>Every line of every logger, at every level.</summary>
public sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose() { }
}

/// <summary>Hashes as in earnest in fewer rounds, and counts how often.</summary>
public sealed class CountedHashes() : PasswordHasher<StaffUser>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
{
    public int Count { get; private set; }

    public override string HashPassword(StaffUser user, string password)
    {
        Count++;
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword)
    {
        Count++;
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

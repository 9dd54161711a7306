using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Suiying.Kernel.Data;

/// <summary>One transaction on a connection of its own, in which several writes stand one after the other, each behind a savepoint.</summary>
internal sealed class WriteGroup
{
    private const string Savepoint = "write";

    private readonly DbContext lead;
    private readonly IDbContextTransaction transaction;
    private readonly TaskCompletionSource committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WriteGroup(DbContext lead, IDbContextTransaction transaction) => (this.lead, this.transaction) = (lead, transaction);

    /// <summary>When it began, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public long Begun { get; } = Stopwatch.GetTimestamp();

    /// <summary>Ends when the disk has it all; throws where it could not be committed.</summary>
    public Task Committed => committed.Task;

    /// <summary>A write could not be taken back alone: a full disk or the like makes SQLite take back everything. Nothing of the group may stand.</summary>
    public bool Lost { get; private set; }

    public static async Task<WriteGroup> Begin(DbContextOptions options)
    {
        var lead = new DbContext(options);
        try
        {
            return new WriteGroup(lead, await lead.Database.BeginTransactionAsync());
        }
        catch
        {
            await lead.DisposeAsync();
            throw;
        }
    }

    public async Task<T> Run<T>(DbContext db, Func<Task<T>> work)
    {
        var own = db.Database.GetConnectionString();
        db.Database.SetDbConnection(lead.Database.GetDbConnection());
        try
        {
            await using var joined = await db.Database.UseTransactionAsync(transaction.GetDbTransaction());
            await joined!.CreateSavepointAsync(Savepoint);
            try
            {
                var result = await work();
                await joined.ReleaseSavepointAsync(Savepoint);
                return result;
            }
            catch
            {
                await TakeBack(joined);
                throw;
            }
        }
        finally
        {
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(own);
        }
    }

    public async Task Commit()
    {
        try
        {
            if (Lost)
                throw new IOException("A write that failed could not be taken back, so nothing of its group was written.");
            await transaction.CommitAsync();
            committed.SetResult();
        }
        catch (Exception problem)
        {
            committed.SetException(problem);
        }
        finally
        {
            await transaction.DisposeAsync();
            await lead.DisposeAsync();
        }
    }

    private async Task TakeBack(IDbContextTransaction joined)
    {
        try
        {
            await joined.RollbackToSavepointAsync(Savepoint);
            await joined.ReleaseSavepointAsync(Savepoint);
        }
        catch (Exception)
        {
            Lost = true;
        }
    }
}

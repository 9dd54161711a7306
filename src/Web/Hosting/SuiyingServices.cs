using Suiying.Design;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Schema;
using Suiying.Schema.Backups;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;

namespace Suiying.Web.Hosting;

/// <summary>Everything but pages: what the server and the command line share.</summary>
public static class SuiyingServices
{
    public static IServiceCollection AddSuiying(this IServiceCollection services, SuiyingSettings settings, IConfiguration configuration)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(settings.Database);
        services.AddSingleton<IFileStore>(provider => new FolderFileStore(settings.Files, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<TakeBackup>().AddScoped<RestoreBackup>().AddScoped<VerifyBackup>().AddScoped<VerifyCity>();
        services.AddSingleton<Scoped>();
        services.AddEvents();
        services.AddDesign();
        foreach (var module in SuiyingModules.All)
        {
            services.AddSingleton(module.GetType(), module);
            services.AddSingleton(module);
            module.AddServices(services, configuration);
        }
        services.AddScoped<ICityFace, CityFace>();
        return services;
    }

    private static void AddDatabase(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton(database);
        services.AddSingleton<WriteGate>();
        if (database.Kind == DatabaseKind.Sqlite)
        {
            services.AddSingleton<IDatabaseProvider, SqliteProvider>();
            services.AddSingleton<IBulkWriter, SqliteBulkWriter>();
            services.AddSingleton<IDatabaseCopy, SqliteCopy>();
            services.AddDbContext<SchemaDb, SqliteSchemaDb>(
                (provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options)
            );
        }
        else
        {
            services.AddSingleton<IDatabaseProvider, PostgresProvider>();
            services.AddSingleton<IBulkWriter, PostgresBulkWriter>();
            services.AddSingleton<IDatabaseCopy, PostgresCopy>();
            services.AddDbContext<SchemaDb, PostgresSchemaDb>(
                (provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options)
            );
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SecondHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Handlers",
                table: "requests_requests",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<long>(name: "OverdueCallAt", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "RateToken", table: "requests_requests", type: "TEXT", maxLength: 20, nullable: true);

            migrationBuilder.AddColumn<long>(name: "RateUntil", table: "requests_requests", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reopenings",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<int>(
                name: "SecondHandlings",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_RateToken",
                table: "requests_requests",
                column: "RateToken",
                unique: true,
                filter: "\"RateToken\" IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_requests_RateToken", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Handlers", table: "requests_requests");

            migrationBuilder.DropColumn(name: "OverdueCallAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "RateToken", table: "requests_requests");

            migrationBuilder.DropColumn(name: "RateUntil", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Reopenings", table: "requests_requests");

            migrationBuilder.DropColumn(name: "SecondHandlings", table: "requests_requests");
        }
    }
}

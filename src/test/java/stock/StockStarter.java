package stock;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application itself. */
@SpringBootApplication
public class StockStarter {}

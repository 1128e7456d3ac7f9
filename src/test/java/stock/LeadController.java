package stock;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes leads in over HTTP. */
@RestController
public class LeadController {

    private final RuntimeService runtime;

    LeadController(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @PostMapping("/leads")
    @ResponseStatus(HttpStatus.CREATED)
    public Map<String, String> receive(@RequestBody Map<String, Object> lead) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> variables = new HashMap<>(lead);
        variables.put("leadId", id);
        variables.put("sortOut", false);
        runtime.startProcessInstanceByKey("lifecycle", id, variables);
        return Map.of("id", id);
    }
}
